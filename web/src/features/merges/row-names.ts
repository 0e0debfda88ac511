/** Rows as they stand, of entities known only at run time, and who may change them. */
import { can } from '@holdfast/shared/access/roles';
import type { EntityName } from '@holdfast/shared/entities/index';
import type { Member } from '@holdfast/shared/entities/member';
import type { Reader } from '../../db/reader';

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
