/** Who asks, and with which device. */
import type { Device, Membership, ServerTransaction } from '../server-store';
import type { Ground } from './ground';

type Who = Pick<ServerTransaction, 'membership' | 'membersAmong' | 'device' | 'deviceNames'>;

export function who({ tx, ws, scope: { accountId, session } }: Ground): Who {
  return {
    async membership(): Promise<Membership> {
      const [row] = await tx<Stood[]>`
        select ${session?.id ?? null}::uuid is null or exists (
            select from session where id = ${session?.id ?? null} and account_id = ${accountId} and ended_at is null
              and expires_at > ${session?.now ?? 0}::bigint) as alive, m.role, m.removed_at as "removedAt"
        from (select) as one left join member m on m.workspace_id = ${ws} and m.account_id = ${accountId}`;
      return standing(row);
    },
    async membersAmong(accountIds) {
      if (accountIds.length === 0) return [];
      const found = await tx<{ id: string }[]>`
        select wanted.id from unnest(${accountIds as string[]}::uuid[]) as wanted (id) cross join lateral (
          select from member where workspace_id = ${ws} and account_id = wanted.id limit 1) m`;
      return found.map(({ id }) => id);
    },
    async device(id) {
      const [row] = await tx<Device[]>`
        select id, account_id as "accountId", name, ack, told, seen_at as "seenAt" from device
        where workspace_id = ${ws} and id = ${id}`;
      return row ?? null;
    },
    async deviceNames(ids) {
      if (ids.length === 0) return new Map();
      const found = await tx<{ id: string; name: string }[]>`
        select d.id, d.name from unnest(${ids as string[]}::uuid[]) as wanted (id) cross join lateral (
          select id, name from device where workspace_id = ${ws} and id = wanted.id limit 1) d`;
      return new Map(found.map((row) => [row.id, row.name]));
    },
  };
}

export interface Stood {
  readonly alive: boolean;
  readonly role: string | null;
  readonly removedAt: number | null;
}

export function standing(row: Stood | undefined): Membership {
  if (!row?.alive) return { kind: 'signed_out' };
  if (row.role === null) return { kind: 'stranger' };
  return row.removedAt === null ? { kind: 'member', role: row.role } : { kind: 'removed' };
}
