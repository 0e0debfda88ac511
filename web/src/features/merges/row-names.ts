/** The names of rows and people of one workspace, for sentences about what was merged. */
import { can } from '@holdfast/shared/access/roles';
import type { EntityName } from '@holdfast/shared/entities/index';
import type { Member } from '@holdfast/shared/entities/member';
import type { Reader } from '../../db/reader';
import type { Wording } from './value-words';

export interface Known {
  readonly nameOf: Wording['nameOf'];
  /** The reader may change things here, as far as this device knows (AC3). */
  readonly mayWrite: boolean;
}

/** @param taskIds tasks whose titles may be needed: all of them are never read. */
export async function readNames(
  read: Reader,
  workspaceId: string,
  me: string,
  taskIds: readonly string[] = [],
): Promise<Known> {
  const [members, projects, labels, sections, tasks] = await Promise.all([
    read.all('member', workspaceId),
    read.all('project', workspaceId),
    read.all('label', workspaceId),
    read.all('section', workspaceId),
    read.rowsByIds('task', workspaceId, [...new Set(taskIds)]),
  ]);
  const names = new Map<string, string>([
    ...members.map((row) => [`member/${row.accountId}`, row.name] as const),
    ...projects.map((row) => [`project/${row.id}`, row.name] as const),
    ...labels.map((row) => [`label/${row.id}`, row.name] as const),
    ...sections.map((row) => [`section/${row.id}`, row.name] as const),
    ...tasks.map((row) => [`task/${row.id}`, row.title] as const),
  ]);
  return {
    nameOf: (entity, id) => names.get(`${entity}/${id}`) ?? null,
    mayWrite: maySend(members, me),
  };
}

/** Before the own member row has come, and without an account, the device's own person writes. */
export function maySend(members: readonly Pick<Member, 'accountId' | 'role'>[], me: string): boolean {
  const own = members.find((member) => member.accountId === me);
  return own === undefined || can(own.role, 'write');
}

/** A row as it stands, of an entity known only at run time; null where this device has none. */
export interface Standing {
  readonly id: string;
  readonly version: number;
  readonly deletedAt: number | null;
  readonly [field: string]: unknown;
}

export const readRow = async (
  read: Reader,
  workspaceId: string,
  entity: string,
  id: string,
): Promise<Standing | null> => (await read.row(entity as EntityName, workspaceId, id)) as Standing | null;

/** What people call the row: its title, its name, or for a comment the text. */
export function nameOfRow(row: Standing | null): string | null {
  const name = row?.['title'] ?? row?.['name'] ?? row?.['body'];
  return typeof name === 'string' && name !== '' ? name : null;
}
