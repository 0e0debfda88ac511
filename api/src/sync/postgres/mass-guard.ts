import { hold } from '@holdfast/shared/entities/hold';
import { readRows } from '../../db/rows';
import { COUNTED } from '../mass-change';
import type { Census, Deletion, HeldMutation, ServerTransaction } from '../server-store';
import type { Ground } from './ground';

type MassGuard = Pick<
  ServerTransaction,
  'deletions' | 'census' | 'tasksOf' | 'openHolds' | 'heldOf' | 'heldByIds'
>;

const HELD =
  'id, hold_id as "holdId", account_id as "accountId", device_id as "deviceId", seq, time, version, takes, body as mutation';
/** Tasks of a deleted project are shown and counted as deleted with it (MG9). */
const STANDING_TASK = `and (r.project_id is null or exists (select 1 from project p
  where p.workspace_id = r.workspace_id and p.id = r.project_id and p.deleted_at is null))`;

export const massGuard = ({ tx, ws, scope: { accountId } }: Ground): MassGuard => ({
  async deletions(account, from, to) {
    return tx<Deletion[]>`
      select h.entity, h.row_id as "rowId", h.time from field_history h
      where h.workspace_id = ${ws} and h.account_id = ${account} and h.field = 'deletedAt' and h.time between ${from} and ${to}
        and h.to_value <> 'null'::jsonb
        and not exists (select 1 from field_history l where l.workspace_id = ${ws} and l.row_id = h.row_id
          and l.entity = h.entity and l.field = 'deletedAt' and (l.version, l.n) > (h.version, h.n))`;
  },
  async census(): Promise<Census> {
    const counts = COUNTED.map(async (name): Promise<[string, number]> => {
      const shown = name === 'task' ? STANDING_TASK : '';
      const [row] = await tx.unsafe<{ count: number }[]>(
        `select count(*)::int as count from "${name}" r where r.workspace_id = $1 and r.deleted_at is null ${shown}`,
        [ws],
        { prepare: true },
      );
      return [name, row?.count ?? 0];
    });
    const [[members], ...standing] = await Promise.all([
      tx<{ others: number }[]>`
        select count(*)::int as others from member
        where workspace_id = ${ws} and removed_at is null and account_id <> ${accountId}`,
      ...counts,
    ]);
    return { others: members?.others ?? 0, standing: Object.fromEntries(standing) };
  },
  async tasksOf(projectIds) {
    if (projectIds.length === 0) return [];
    return tx<{ id: string; projectId: string }[]>`
      select id, project_id as "projectId" from task
      where workspace_id = ${ws} and project_id = any(${projectIds as string[]}::uuid[]) and deleted_at is null`;
  },
  async openHolds(account) {
    const ids = await tx<{ id: string }[]>`
      select id from hold where workspace_id = ${ws} and account_id = ${account} and state = 'held'`;
    const rows =
      ids.length === 0
        ? []
        : await readRows(
            tx,
            hold,
            ws,
            ids.map(({ id }) => id),
            'update',
          );
    // Decided while we waited for the lock.
    return rows.filter((row) => row.state === 'held');
  },
  async heldOf(holdIds) {
    if (holdIds.length === 0) return [];
    return tx.unsafe<HeldMutation[]>(
      `select ${HELD} from unnest($2::uuid[]) as wanted (hold) cross join lateral (
        select * from held_mutation where workspace_id = $1 and hold_id = wanted.hold offset 0) h
      order by device_id, seq`,
      [ws, holdIds],
      { prepare: true },
    );
  },
  async heldByIds(ids) {
    if (ids.length === 0) return [];
    return tx.unsafe<HeldMutation[]>(
      `select ${HELD} from unnest($2::uuid[]) as wanted (held) cross join lateral (
        select * from held_mutation where workspace_id = $1 and id = wanted.held limit 1) h`,
      [ws, ids],
      { prepare: true },
    );
  },
});
