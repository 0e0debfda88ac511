/** Many at once, on real Postgres: two processes of sixteen writers each, and one who reads meanwhile. */
import { randomBytes } from 'node:crypto';
import type { Row } from '@holdfast/shared/entities/define-entity';
import { buildOp } from '@holdfast/shared/testing/build';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openOwner, openPool, type Sql } from '../db/pool';
import { asAccount } from '../db/tenant';
import { renameWorkspace } from '../members/workspaces';
import { anId } from '../testing/sync-client';
import { createTask, patchTask, SyncDevice } from '../testing/sync-device';
import { createTestApp, PASSWORD, type TestApp } from '../testing/test-app';
import { groupCommits } from './group-commits';
import { createPostgresStore } from './postgres-store';
import { pull } from './pull';
import type { ServerStore, ServerTransaction } from './server-store';

const WRITERS = 32;
const ROUNDS = 6;

let at: TestApp;
let owner: Sql;
let ana: Awaited<ReturnType<TestApp['person']>>;
let ws: string;
const pools: Sql[] = [];
beforeAll(async () => {
  at = await createTestApp(inject('postgresAdminUrl'));
  owner = openOwner(at.url);
  ana = await at.person('Ana');
  ws = anId();
  expect((await ana.ask('/api/workspaces', { body: { id: ws, name: 'Boat club' } })).status).toBe(201);
});
afterAll(async () => {
  for (const pool of pools) await pool.end();
  await owner.end();
  await at.close();
});

const newMark = () => randomBytes(8).toString('hex');
/** As one process has it: a pool of its own, and nothing known of the other's queues. */
function aProcess() {
  const sql = openPool(at.url, 16);
  pools.push(sql);
  return { sql, store: groupCommits(createPostgresStore(sql), () => undefined) };
}
const deviceOn = (store: ServerStore) =>
  new SyncDevice(
    { store, now: () => at.clock.now, newMark, changed: () => undefined },
    { account: ana.accountId, device: anId(), workspace: ws },
  );

/** Pulls small pages all the time, and keeps what it is told, as a client does. */
class Reader {
  readonly rows = new Map<string, Row>();
  readonly versions: number[] = [];
  #cursor: string | null = null;
  readonly #store: ServerStore;
  readonly #deviceId = anId();

  constructor(store: ServerStore) {
    this.#store = store;
  }

  async toTheEnd(limit: number): Promise<void> {
    for (let more = true; more; ) {
      const asked = { accountId: ana.accountId, workspaceId: ws, deviceId: this.#deviceId, ack: 0 };
      const answer = await pull(this.#store, at.clock.now, { ...asked, cursor: this.#cursor, limit });
      if (answer.kind !== 'page') throw new Error(answer.kind);
      expect(answer.page.reset).toBe(false);
      for (const { entity, row } of answer.page.changes) {
        this.rows.set(`${entity}/${row.id}`, row);
        this.versions.push(row.version);
      }
      this.#cursor = answer.page.cursor;
      more = answer.page.more;
    }
  }

  get sorted(): Row[] {
    return [...this.rows.values()].sort((a, b) => a.version - b.version);
  }
}

test('[PU4] [H16] 32 writers in two processes, and a reader that misses nothing', async () => {
  const processes = [aProcess(), aProcess()] as const;
  const shared = anId();
  await deviceOn(processes[0].store).write(createTask(shared));
  const reader = new Reader(processes[1].store);
  let writing = true;
  const reading = (async () => {
    while (writing) await reader.toTheEnd(3);
  })();
  const results = await Promise.all([
    ...Array.from({ length: WRITERS }, async (_, n) => {
      const device = deviceOn(processes[n % 2 === 0 ? 0 : 1].store);
      const told: string[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const own = anId();
        const page = await device.page([
          device.mutation([createTask(own)]),
          device.mutation([patchTask(shared, 0, { estimateMinutes: { from: null, to: n * 10 + round } })]),
          device.mutation([buildOp({ op: 'delete', entity: 'task', id: own, base: 0 })]),
          device.mutation([createTask(anId())]),
        ]);
        told.push(...page.results.map(({ outcome }) => outcome));
      }
      return told;
    }),
    // What the server itself writes takes versions too, and knows nothing of the pushes' lock.
    ...Array.from({ length: ROUNDS }, async (_, n) => {
      const renaming = { workspaceId: ws, accountId: ana.accountId, now: at.clock.now, mark: newMark() };
      const renamed = await asAccount(processes[0].sql, ana.accountId, (tx) =>
        renameWorkspace(tx, { ...renaming, name: `Club ${n}` }),
      );
      return [renamed.kind];
    }),
  ]);
  writing = false;
  await reading;
  await reader.toTheEnd(3);

  const outcomes = results.flat();
  expect(outcomes).toHaveLength(WRITERS * ROUNDS * 4 + ROUNDS);
  expect(outcomes.filter((outcome) => !['applied', 'merged', 'renamed'].includes(outcome))).toEqual([]);
  const fresh = new Reader(processes[0].store);
  await fresh.toTheEnd(5000);
  expect(fresh.sorted.filter((row) => 'title' in row)).toHaveLength(WRITERS * ROUNDS * 2 + 1);
  expect(reader.sorted).toEqual(fresh.sorted);
  // Nothing came late: whoever reads by version never sees one below the last.
  expect(reader.versions).toEqual(reader.versions.toSorted((a, b) => a - b));
  // Each version was given once, with the mark of the change that made it.
  const [counted] = await owner`select count(*)::int as n, max(version)::int as top from version_mark
    where workspace_id = ${ws}`;
  expect(counted?.n).toBe(counted?.top);
}, 60_000);

test('[PU4] [PU5] people of every standing in one shared commit: each has its own result', async () => {
  const { store } = aProcess();
  const role = async (name: string, as: string | null) => {
    const person = await at.person(name);
    if (as !== null) {
      const invited = await ana.ask(`/api/workspaces/${ws}/invites`, { body: { role: as } });
      await person.ask('/api/invites/accept', { body: { token: invited.body.token } });
    }
    return person.accountId;
  };
  const accounts = [
    ana.accountId,
    await role('Vi', 'viewer'),
    await role('Eve', null),
    await role('Mo', 'member'),
  ];
  const deps = { store, now: () => at.clock.now, newMark, changed: () => undefined };
  const devices = [...accounts, ...accounts].map(
    (account) => new SyncDevice(deps, { account, device: anId(), workspace: ws }),
  );
  const answers = await Promise.all(
    devices.map((device) => device.send([device.mutation([createTask(anId())])])),
  );
  const told = answers.map((answer) =>
    answer.kind === 'page' ? answer.page.results.map(({ outcome }) => outcome) : answer.kind,
  );
  const each = [['applied'], ['rejected'], 'stranger', ['applied']];
  expect(told).toEqual([...each, ...each]);
}, 30_000);

test('[PU4] [H67] an account that ends while pushes to its workspaces share a transaction waits for them', async () => {
  const carol = await at.person('Carol');
  const [first, second] = [anId(), anId()].toSorted();
  for (const id of [first, second]) {
    await ana.ask('/api/workspaces', { body: { id, name: 'Choir' } });
    const made = await ana.ask(`/api/workspaces/${id}/invites`, { body: { role: 'member' } });
    await carol.ask('/api/invites/accept', { body: { token: made.body.token } });
  }
  let [goOn, hasLeft] = [() => {}, () => {}];
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const left = new Promise<void>((resolve) => {
    hasLeft = resolve;
  });
  const job = (workspaceId: string, before: Promise<void> | null, then: () => void) => ({
    scope: { accountId: ana.accountId, workspaceId, mode: 'write' as const },
    work: async (tx: ServerTransaction) => {
      const { version } = await tx.open(anId(), [], []);
      await before;
      await tx.takeVersions(1, newMark(), version);
      await tx.putDevice({ id: anId(), accountId: ana.accountId, name: '', ack: 0, told: 0, seenAt: 0 });
      then();
    },
  });
  const waiting = async () => {
    const [found] = await owner<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return found?.n ?? 0;
  };
  const shared = createPostgresStore(at.sql).together([
    job(first ?? '', gate, () => undefined),
    job(second ?? '', null, hasLeft),
  ]);
  await left;
  const end = carol.ask('/auth/delete-account', { body: { password: PASSWORD } });
  await expect.poll(waiting).toBe(1);
  goOn();
  await shared;
  expect((await end).status).toBe(200);
});
