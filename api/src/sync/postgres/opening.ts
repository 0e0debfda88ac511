/** What a push begins with, behind its workspace's lock, in one question (decision 072). */
import type { Device, Head, ServerTransaction, StoredMutation } from '../server-store';
import type { Ground } from './ground';
import { type Stood, standing } from './who';

interface Opened extends Stood, Head {
  readonly device: Device | null;
  readonly mutations: readonly StoredMutation[] | null;
  readonly marks: readonly (readonly [number, string])[] | null;
}

export const opening = ({
  tx,
  ws,
  scope: { accountId, session },
  recent,
}: Ground): Pick<ServerTransaction, 'open'> => ({
  async open(deviceId, mutationIds, versions) {
    const [row] = await tx<Opened[]>`
      select m.role, m.removed_at as "removedAt",
        ${session?.id ?? null}::uuid is null or exists (
          select from session where id = ${session?.id ?? null} and account_id = ${accountId} and ended_at is null
            and expires_at > ${session?.now ?? 0}::bigint) as alive,
        coalesce(h.head, 0) as version, coalesce(h.floor, 0) as floor, coalesce(h.history_floor, 0) as "historyFloor",
        (select row_to_json(d) from (
          select id, account_id as "accountId", name, ack, told, seen_at as "seenAt" from device
          where workspace_id = ${ws} and id = ${deviceId} for no key update) d) as device,
        (select json_agg(k) from (
          select m.id, device_id as "deviceId", seq, account_id as "accountId", name, content_hash as "contentHash", result,
            after, rejected_rows as "rejectedRows", recorded_at as "recordedAt"
          from unnest(${mutationIds as string[]}::uuid[]) as wanted (id) cross join lateral (
            select * from mutation where workspace_id = ${ws} and id = wanted.id limit 1) m) k) as mutations,
        (select json_agg(json_build_array(m.version, mark))
          from unnest(${versions as number[]}::bigint[]) as wanted (version) cross join lateral (
            select * from version_mark where workspace_id = ${ws} and version = wanted.version limit 1) m) as marks
      from (select) as one
        left join member m on m.workspace_id = ${ws} and m.account_id = ${accountId}
        left join workspace_head h on h.workspace_id = ${ws}`;
    const membership = standing(row);
    recent.admit(accountId, membership.kind === 'member');
    return {
      membership,
      version: row?.version ?? 0,
      floor: row?.floor ?? 0,
      historyFloor: row?.historyFloor ?? 0,
      device: row?.device ?? null,
      mutations: row?.mutations ?? [],
      marks: new Map(row?.marks),
    };
  },
});
