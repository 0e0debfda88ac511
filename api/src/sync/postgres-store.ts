/** The server's storage port on Postgres: every statement names the workspace, inside a tenant transaction. */
import type { Entity, Row } from '@holdfast/shared/entities/define-entity';
import { hold } from '@holdfast/shared/entities/hold';
import { ENTITIES, entityByName } from '@holdfast/shared/entities/index';
import type { MutationResult, RowChange } from '@holdfast/shared/sync/protocol';
import { columnsOf, toRow } from '../db/columns';
import { livingSession } from '../db/living-session';
import type { Sql, Tx } from '../db/pool';
import { insertRows, readRows, writeRows } from '../db/rows';
import { takeVersions, takeVersionsAbove } from '../db/take-versions';
import { asAccount, becomeAccount } from '../db/tenant';
import { COUNTED } from './mass-change';
import type {
  Census,
  Deletion,
  Device,
  GroupingStore,
  Head,
  HeldMutation,
  HistoryEntry,
  HistoryLine,
  Job,
  Membership,
  Scope,
  ServerTransaction,
  StoredMutation,
  TaskLinks,
} from './server-store';

const HOLD = hold as unknown as Entity;
const HELD =
  'id, hold_id as "holdId", account_id as "accountId", device_id as "deviceId", seq, time, version, takes, body as mutation';
/** Tasks of a deleted project are shown and counted as deleted with it (MG9). */
const STANDING_TASK = `and (r.project_id is null or exists (select 1 from project p
  where p.workspace_id = r.workspace_id and p.id = r.project_id and p.deleted_at is null))`;
const REGISTRY = ENTITIES as unknown as readonly Entity[];

export const createPostgresStore = (sql: Sql): GroupingStore => ({
  transaction: (scope, work) =>
    again((attempt) =>
      asAccount(sql, scope.accountId, (tx) => perform(tx, { scope, work }, attempt), {
        snapshot: scope.mode === 'snapshot',
      }),
    ),
  together: <T>(jobs: readonly Job<T>[]) =>
    again((attempt) =>
      asAccount(sql, jobs[0]?.scope.accountId ?? '', async (tx) => {
        const results: T[] = [];
        for (const job of jobs) {
          // Travels with the job's first questions, as at the start of every tenant transaction.
          const became = becomeAccount(tx, job.scope.accountId);
          const [result] = await Promise.all([perform(tx, job, attempt), became]);
          results.push(result);
        }
        return results;
      }),
    ),
});

async function perform<T>(tx: Tx, { scope, work }: Job<T>, attempt: number): Promise<T> {
  const unsaid: Promise<void>[] = [];
  const result = await work(onPostgres(tx, scope, attempt, unsaid));
  await Promise.all(unsaid);
  return result;
}

/** Deadlock, serialization, unique violation: what a race ends in. Beyond so many attempts it was none. */
const RACES = ['40P01', '40001', '23505'];
const ATTEMPTS = 4;

async function again<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt === ATTEMPTS || !isRace(error)) throw error;
    }
  }
}

const isRace = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && RACES.includes(String(error.code));

/**
 * @param attempt beyond the first, nothing is taken for granted any more: the counter is locked before it is used
 * @param unsaid statements whose answer nobody has waited for; they must be through before the commit
 */
function onPostgres(
  tx: Tx,
  { accountId, workspaceId: ws, session }: Scope,
  attempt: number,
  unsaid: Promise<void>[],
): ServerTransaction {
  return {
    async membership(): Promise<Membership> {
      const alive = session ? livingSession(tx, { accountId, sessionId: session.id }, session.now) : tx`true`;
      const [row] = await tx<{ alive: boolean; role: string | null; removedAt: number | null }[]>`
        select ${alive} as alive, m.role, m.removed_at as "removedAt"
        from (select) as one left join member m on m.workspace_id = ${ws} and m.account_id = ${accountId}`;
      if (!row?.alive) return { kind: 'signed_out' };
      if (row.role === null) return { kind: 'stranger' };
      return row.removedAt === null ? { kind: 'member', role: row.role } : { kind: 'removed' };
    },

    async membersAmong(accountIds) {
      if (accountIds.length === 0) return [];
      const found = await tx<{ id: string }[]>`
        select account_id as id from member
        where workspace_id = ${ws} and account_id = any(${accountIds as string[]}::uuid[])`;
      return found.map(({ id }) => id);
    },

    async lockDevice(id) {
      // The workspace's, not the row's: a new device has no row yet, and pushes that share a transaction would else lock
      // rows in an order of their own and lock each other out. Sent at once, so that what is asked after it in the
      // same breath is read behind the lock.
      const locked = tx`select pg_advisory_xact_lock(hashtextextended(${ws}, 0))`.execute();
      const [found] = await Promise.all([device(tx, ws, id, true), locked]);
      return found ?? null;
    },
    device: async (id) => (await device(tx, ws, id, false)) ?? null,
    async deviceNames(ids) {
      if (ids.length === 0) return new Map();
      const found = await tx<{ id: string; name: string }[]>`
        select id, name from device where workspace_id = ${ws} and id = any(${ids as string[]}::uuid[])`;
      return new Map(found.map((row) => [row.id, row.name]));
    },
    async putDevice(row) {
      await tx`
        insert into device (workspace_id, id, account_id, name, ack, told, seen_at)
        values (${ws}, ${row.id}, ${row.accountId}, ${row.name}, ${row.ack}, ${row.told}, ${row.seenAt})
        on conflict (workspace_id, id) do update
          set name = excluded.name, ack = excluded.ack, told = excluded.told, seen_at = excluded.seen_at`;
    },

    async mutations(ids) {
      if (ids.length === 0) return [];
      return tx<StoredMutation[]>`
        select id, device_id as "deviceId", seq, account_id as "accountId", name, content_hash as "contentHash", result, after,
          rejected_rows as "rejectedRows", recorded_at as "recordedAt"
        from mutation where workspace_id = ${ws} and id = any(${ids as string[]}::uuid[])`;
    },
    async resultsAfter(deviceId, seq, limit) {
      const stored = await tx<{ id: string; seq: number; result: StoredMutation['result'] }[]>`
        select id, seq, result from mutation
        where workspace_id = ${ws} and device_id = ${deviceId} and seq > ${seq} order by seq limit ${limit}`;
      return stored.map(
        (row): MutationResult =>
          ({ ...row.result, id: row.id, seq: row.seq, duplicate: true }) as MutationResult,
      );
    },
    async rejectedCreations(rowIds) {
      if (rowIds.length === 0) return [];
      const found = await tx<{ id: string }[]>`
        select distinct r.id from mutation m, unnest(m.rejected_rows) as r(id)
        where m.workspace_id = ${ws} and m.rejected_rows <> '{}' and m.rejected_rows && ${rowIds as string[]}::uuid[]
          and r.id = any(${rowIds as string[]}::uuid[])`;
      return found.map((row) => row.id);
    },

    async rows(name, ids, lock) {
      const entity = entityByName(name);
      return entity ? readRows(tx, entity, ws, ids, lock) : [];
    },
    async linksAbove(taskIds) {
      const found = new Map<string, TaskLinks>();
      const asked = new Set<string>();
      // Locked like every row that is referred to (PU4). Who had to wait for a lock sees a link that nobody followed yet.
      for (let ask = [...taskIds]; ask.length > 0; ) {
        for (const id of ask) asked.add(id);
        const links = await tx<TaskLinks[]>`
          with recursive above (id) as (
            select unnest(${ask}::uuid[])
            union
            select link.id from above join task t on t.workspace_id = ${ws} and t.id = above.id
              cross join lateral unnest(t.depends_on || t.parent_id) as link (id) where link.id is not null
          )
          select t.id, t.parent_id as "parentId", t.depends_on as "dependsOn" from task t
          where t.workspace_id = ${ws} and t.id in (select id from above) order by t.id for share of t`;
        for (const task of links) found.set(task.id, task);
        const leads = links.flatMap(({ parentId, dependsOn }) => [
          ...dependsOn,
          ...(parentId ? [parentId] : []),
        ]);
        ask = [...new Set(leads)].filter((id) => !found.has(id) && !asked.has(id));
      }
      return [...found.values()];
    },
    async chainOf(mutationIds) {
      if (mutationIds.length === 0) return [];
      return tx<Pick<StoredMutation, 'id' | 'after'>[]>`
        with recursive chain (id, after) as (
          select id, after from mutation where workspace_id = ${ws} and id = any(${mutationIds as string[]}::uuid[])
          union
          select m.id, m.after from chain cross join lateral jsonb_each_text(chain.after) as link (row_id, id)
            join mutation m on m.workspace_id = ${ws} and m.id = link.id::uuid
        )
        select id, after from chain`;
    },
    async history(rowIds, above) {
      if (rowIds.length === 0) return [];
      return tx<HistoryEntry[]>`
        select version, n, entity, row_id as "rowId", field, from_value as "from", to_value as "to", time,
          device_id as "deviceId", account_id as "accountId", mutation_id as "mutationId"
        from field_history where workspace_id = ${ws} and row_id = any(${rowIds as string[]}::uuid[]) and version > ${above}
        order by version, n`;
    },
    async rowHistory(entity, rowId, before, limit) {
      return tx<HistoryLine[]>`
        select h.version, h.n, h.entity, h.row_id as "rowId", h.field, h.from_value as "from", h.to_value as "to", h.time,
          h.device_id as "deviceId", h.account_id as "accountId", h.mutation_id as "mutationId",
          d.name as "deviceName", m.name
        from field_history h
          left join device d on d.workspace_id = h.workspace_id and d.id = h.device_id
          left join mutation m on m.workspace_id = h.workspace_id and m.id = h.mutation_id
        where h.workspace_id = ${ws} and h.row_id = ${rowId} and h.entity = ${entity}
          ${before ? tx`and (h.version, h.n) < (${before.version}::bigint, ${before.n}::integer)` : tx``}
        order by h.version desc, h.n desc limit ${limit}`;
    },

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
              HOLD,
              ws,
              ids.map(({ id }) => id),
              'update',
            );
      // Decided while we waited for the lock.
      return rows.filter((row) => row.state === 'held');
    },
    async heldOf(holdIds) {
      if (holdIds.length === 0) return [];
      return tx<HeldMutation[]>`
        select ${tx.unsafe(HELD)} from held_mutation where workspace_id = ${ws} and hold_id = any(${holdIds as string[]}::uuid[])
        order by device_id, seq`;
    },
    async heldByIds(ids) {
      if (ids.length === 0) return [];
      return tx<HeldMutation[]>`
        select ${tx.unsafe(HELD)} from held_mutation where workspace_id = ${ws} and id = any(${ids as string[]}::uuid[])`;
    },

    async head() {
      const [row] = await tx<Head[]>`
        select head as version, floor, history_floor as "historyFloor" from workspace_head where workspace_id = ${ws}`;
      return row ?? { version: 0, floor: 0, historyFloor: 0 };
    },
    async marks(versions) {
      if (versions.length === 0) return new Map();
      const found = await tx<{ version: number; mark: string }[]>`
        select version, mark from version_mark where workspace_id = ${ws} and version = any(${versions as number[]}::bigint[])`;
      return new Map(found.map((row) => [row.version, row.mark]));
    },
    async changesAbove(version, limit) {
      // One question an entity, sent together; each answers by version, so the page is a merge of sorted lists.
      const pages = await Promise.all(
        REGISTRY.map(async (entity) => {
          const columns = columnsOf(entity);
          const list = columns.map(({ column }) => `"${column}"`).join(', ');
          const records = await tx.unsafe(
            `select ${list} from "${entity.name}" where workspace_id = $1 and version > $2 order by version limit $3`,
            [ws, version, limit],
            { prepare: true },
          );
          return records.map((record): RowChange => ({ entity: entity.name, row: toRow(columns, record) }));
        }),
      );
      return pages
        .flat()
        .sort((a, b) => a.row.version - b.row.version)
        .slice(0, limit);
    },
    async digest() {
      const answers = await Promise.all(
        REGISTRY.map(async (entity) => {
          const [row] = await tx.unsafe<{ count: number; hash: string }[]>(
            `select count(*)::int as count,
              encode(sha256(convert_to(coalesce(string_agg(id::text || ':' || version || E'\\n', '' order by id::text collate "C"), ''), 'UTF8')), 'hex') as hash
             from "${entity.name}" where workspace_id = $1 and deleted_at is null`,
            [ws],
            { prepare: true },
          );
          return [entity.name, { count: row?.count ?? 0, hash: row?.hash ?? '' }] as const;
        }),
      );
      return Object.fromEntries(answers);
    },

    takeVersions(count, mark, seen) {
      if (seen === undefined || attempt > 1) return takeVersions(tx, ws, count, mark);
      // Not awaited: travels with what is written after it, in one message (PU4).
      const taken = takeVersionsAbove(tx, ws, seen, count, mark);
      // Whoever writes on hears of its failure first.
      taken.catch(() => undefined);
      unsaid.push(taken);
      return Promise.resolve(seen + 1);
    },
    async writeRows(name, rows: readonly Row[]) {
      const entity = entityByName(name);
      if (entity) await writeRows(tx, entity, rows);
    },
    async insertRows(name, rows: readonly Row[]) {
      const entity = entityByName(name);
      if (entity) await insertRows(tx, entity, rows);
    },
    async writeHistory(entries) {
      if (entries.length === 0) return;
      await tx`
        insert into field_history (workspace_id, version, n, entity, row_id, field, from_value, to_value, time, device_id, account_id, mutation_id)
        select ${ws}, version, n, entity, "rowId", field, "from", "to", time, "deviceId", "accountId", "mutationId"
        from jsonb_to_recordset(${JSON.stringify(entries)}::text::jsonb) as r(version bigint, n integer, entity text, "rowId" uuid,
          field text, "from" jsonb, "to" jsonb, time bigint, "deviceId" uuid, "accountId" uuid, "mutationId" uuid)`;
    },
    async writeMutations(mutations) {
      if (mutations.length === 0) return;
      await tx`
        insert into mutation (workspace_id, id, device_id, seq, account_id, name, content_hash, result, after, rejected_rows, recorded_at)
        select ${ws}, id, "deviceId", seq, "accountId", name, "contentHash", result, after, "rejectedRows", "recordedAt"
        from jsonb_to_recordset(${JSON.stringify(mutations)}::text::jsonb) as r(id uuid, "deviceId" uuid, seq bigint, "accountId" uuid,
          name text, "contentHash" text, result jsonb, after jsonb, "rejectedRows" uuid[], "recordedAt" bigint)`;
    },
    async writeHeld(held) {
      if (held.length === 0) return;
      await tx`
        insert into held_mutation (workspace_id, id, hold_id, account_id, device_id, seq, time, version, takes, body)
        select ${ws}, id, "holdId", "accountId", "deviceId", seq, time, version, takes, mutation
        from jsonb_to_recordset(${JSON.stringify(held)}::text::jsonb) as r(id uuid, "holdId" uuid, "accountId" uuid,
          "deviceId" uuid, seq bigint, time bigint, version bigint, takes integer, mutation jsonb)`;
    },
    async deleteHeld(ids) {
      if (ids.length === 0) return;
      await tx`delete from held_mutation where workspace_id = ${ws} and id = any(${ids as string[]}::uuid[])`;
    },
  };
}

async function device(tx: Tx, ws: string, id: string, lock: boolean): Promise<Device | undefined> {
  const [row] = await tx<Device[]>`
    select id, account_id as "accountId", name, ack, told, seen_at as "seenAt" from device
    where workspace_id = ${ws} and id = ${id} ${lock ? tx`for no key update` : tx``}`;
  return row;
}
