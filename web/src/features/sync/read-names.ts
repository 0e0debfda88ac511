/** What the rows that a sentence speaks of are called, as far as this device knows. */
import type { Member } from '@holdfast/shared/entities/member';
import type { Task } from '@holdfast/shared/entities/task';
import type { Reader } from '../../db/reader';
import { holdsWords } from '../holds/words';
import type { NameOf } from './change-words';

export interface Names {
  /** Members by their account's id, everything else by its own. */
  readonly nameOf: NameOf;
  readonly tasks: readonly Task[];
  readonly members: readonly Member[];
}

/** @param rows which tasks and holds; of projects, sections, labels and people all */
export async function readNames(
  read: Reader,
  workspaceId: string,
  rows: readonly { readonly entity: string; readonly id: string }[],
): Promise<Names> {
  const idsOf = (entity: string) => [
    ...new Set(rows.filter((row) => row.entity === entity).map((row) => row.id)),
  ];
  const [tasks, holds, projects, members, labels, sections] = await Promise.all([
    read.rowsByIds('task', workspaceId, idsOf('task')),
    read.rowsByIds('hold', workspaceId, idsOf('hold')),
    read.all('project', workspaceId),
    read.all('member', workspaceId),
    read.all('label', workspaceId),
    read.all('section', workspaceId),
  ]);
  const names = new Map<string, string>([
    ...tasks.map((row) => [`task/${row.id}`, row.title] as const),
    ...holds.map((row) => [`hold/${row.id}`, holdsWords.get().deletes(row.count)] as const),
    ...projects.map((row) => [`project/${row.id}`, row.name] as const),
    ...labels.map((row) => [`label/${row.id}`, row.name] as const),
    ...sections.map((row) => [`section/${row.id}`, row.name] as const),
    ...members.map((row) => [`member/${row.accountId}`, row.name] as const),
  ]);
  return { nameOf: (entity, id) => names.get(`${entity}/${id}`) ?? null, tasks, members };
}
