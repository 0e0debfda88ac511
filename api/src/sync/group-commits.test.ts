import { uuidOf } from '@holdfast/shared/testing/build';
import { beforeEach, expect, it } from 'vitest';
import { createTask, SyncDevice } from '../testing/sync-device';
import { groupCommits, type SharedFailure } from './group-commits';
import { createMemoryStore } from './memory-store';
import type { GroupingStore } from './server-store';

const WS = uuidOf(0xa1);
const OTHER = uuidOf(0xa2);
const MANY = Array.from({ length: 30 }, (_, n) => uuidOf(0xb00 + n));
const people = Array.from({ length: 20 }, (_, n) => uuidOf(0xc00 + n));

/** How many jobs each transaction of the store below took, in order; and which workspaces. */
let transactions: number[];
let taken: string[][];
/** Where it is set, every transaction waits for it. */
let gate: Promise<void> | null;
/** Who asked for a transaction that is shared with nobody. */
let alone: string[];
/** Workspaces that somebody else has locked: a shared transaction gives up, one alone waits. */
let held: Map<string, Promise<void>>;
let store: GroupingStore;
let marks: number;
let breakIf: (accountId: string) => boolean;
let reported: SharedFailure[];
beforeEach(() => {
  reported = [];
  transactions = [];
  taken = [];
  gate = null;
  alone = [];
  held = new Map();
  marks = 0;
  breakIf = () => false;
  const memory = createMemoryStore();
  const roles = Object.fromEntries(people.map((id, n) => [id, n === 3 ? 'viewer' : 'member']));
  for (const workspace of [WS, OTHER, ...MANY]) memory.found(workspace, roles);
  const check = (accountId: string) => {
    if (breakIf(accountId)) throw new Error('broken');
  };
  store = {
    async transaction(scope, work) {
      if (scope.mode === 'write') {
        transactions.push(1);
        taken.push([scope.workspaceId]);
        if (scope.isAlone) alone.push(scope.accountId);
      }
      await gate;
      await held.get(scope.workspaceId);
      check(scope.accountId);
      return memory.transaction(scope, work);
    },
    async together(jobs) {
      transactions.push(jobs.length);
      taken.push(jobs.map(({ scope }) => scope.workspaceId));
      await gate;
      if (jobs.some(({ scope }) => held.has(scope.workspaceId))) throw new Error('waited too long');
      for (const { scope } of jobs) check(scope.accountId);
      return memory.together(jobs);
    },
  };
});

const devices = (workspace: string) => {
  const grouped = groupCommits(store, (failure) => reported.push(failure));
  const deps = {
    store: grouped,
    now: () => 20_000,
    newMark: () => `m${marks++}`,
    changed: () => undefined,
  };
  return people.map((account, n) => new SyncDevice(deps, { account, device: uuidOf(0xd00 + n), workspace }));
};
const write = (device: SyncDevice, n: number) => device.send([device.mutation([createTask(uuidOf(n))])]);

it('[PU4] [H29] what arrives while a push runs shares the next commits, sixteen at most', async () => {
  const answers = await Promise.all(devices(WS).map((device, n) => write(device, n + 1)));
  expect(transactions).toEqual([1, 16, 3]);
  const versions = answers.flatMap((answer) => (answer.kind === 'page' ? answer.page.results : []));
  // Each its own result: the viewer's is a refusal, the others follow each other.
  expect(versions.map(({ outcome }) => outcome)).toEqual(
    people.map((_, n) => (n === 3 ? 'rejected' : 'applied')),
  );
  expect(versions.flatMap(({ version }) => version ?? [])).toEqual(
    Array.from({ length: 19 }, (_, n) => n + 1),
  );
});

it('[PU4] [H29] workspaces do not wait for each other, nor a push that comes alone for anybody', async () => {
  const [here, there] = [devices(WS)[0], devices(OTHER)[0]];
  if (!here || !there) throw new Error('no devices');
  await Promise.all([write(here, 1), write(there, 2)]);
  await write(here, 3);
  expect(transactions).toEqual([1, 1, 1]);
});

it('[PU4] one whose transaction fails hurts nobody else: each runs again alone', async () => {
  breakIf = (accountId) => accountId === people[2];
  const answers = await Promise.allSettled(
    devices(WS)
      .slice(0, 5)
      .map((device, n) => write(device, n + 1)),
  );
  expect(answers.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  const rows = await store.transaction(
    { accountId: people[0] ?? '', workspaceId: WS, mode: 'snapshot' },
    (tx) => tx.changesAbove(0, 10),
  );
  expect(rows.map(({ row }) => row.id)).toEqual([uuidOf(1), uuidOf(2), uuidOf(5)]);
  // What failed is tried in parts, and shares nothing any more.
  expect(transactions).toEqual([1, 4, 1, 1, 1, 1, 1, 1]);
  expect(alone).toEqual([people[2]]);
  // Sharing that always fails would make every push run alone: whoever runs the server sees it.
  expect(reported).toMatchObject([{ pushes: 4, workspaceIds: [WS], error: { message: 'broken' } }]);
});

const nothing = async () => undefined;
const at = (workspaceId: string, isAlone = false) => ({
  accountId: people[0] ?? '',
  workspaceId,
  mode: 'write' as const,
  isAlone,
});
/** Shuts the gate; what it returns opens it. */
function closeGate(): () => void {
  let open = () => {};
  gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => open();
}

it('[PU4] [H29] three transactions run at once; those that wait meanwhile share the next, of whatever workspaces', async () => {
  const open = closeGate();
  const grouped = groupCommits(store, (failure) => reported.push(failure));
  const all = MANY.map((workspace) => grouped.transaction(at(workspace), nothing));
  expect(transactions).toEqual([1, 1, 1]);
  open();
  await Promise.all(all);
  expect(transactions).toEqual([1, 1, 1, 16, 11]);
  expect(taken.flat()).toEqual(MANY);
});

it('[PU4] of one workspace no push passes another, and no two transactions run at once', async () => {
  const open = closeGate();
  const grouped = groupCommits(store, (failure) => reported.push(failure));
  const order: number[] = [];
  const all = [WS, WS, OTHER, WS, OTHER, WS].map((workspace, n) =>
    grouped.transaction(at(workspace, n === 3), async () => void order.push(n)),
  );
  // Its second waits, though a third transaction might run.
  expect(taken).toEqual([[WS], [OTHER]]);
  open();
  await Promise.all(all);
  expect(order.filter((n) => [0, 1, 3, 5].includes(n))).toEqual([0, 1, 3, 5]);
  expect(order.filter((n) => [2, 4].includes(n))).toEqual([2, 4]);
});

it('[PU4] a large push shares no transaction', async () => {
  const open = closeGate();
  const grouped = groupCommits(store, (failure) => reported.push(failure));
  const all = MANY.slice(0, 9).map((workspace, n) => grouped.transaction(at(workspace, n === 5), nothing));
  open();
  await Promise.all(all);
  expect(transactions.toSorted()).toEqual([1, 1, 1, 1, 5]);
  expect(taken.find((workspaces) => workspaces.includes(MANY[5] ?? ''))).toEqual([MANY[5]]);
});

it('[PU4] [H29] a workspace that is locked holds up nobody else, however many there are', async () => {
  let unlock = () => {};
  const locked = new Promise<void>((resolve) => {
    unlock = resolve;
  });
  for (const workspace of MANY.slice(0, 12)) held.set(workspace, locked);
  const grouped = groupCommits(store, (failure) => reported.push(failure));
  const waits = MANY.slice(0, 12).map((workspace) => grouped.transaction(at(workspace), nothing));
  // Those that came with them, and those that come later.
  for (const round of [1, 2, 3])
    expect(
      await Promise.all(
        MANY.slice(12 + round, 16 + round).map((ws) => grouped.transaction(at(ws), async () => ws)),
      ),
    ).toEqual(MANY.slice(12 + round, 16 + round));
  unlock();
  await Promise.all(waits);
});

it('[PU6] where the storage is away all are told at once, and nothing is tried again', async () => {
  const open = closeGate();
  const away: GroupingStore = {
    ...store,
    together: (jobs) => store.together(jobs).then(() => Promise.reject(new Error('away'))),
  };
  const grouped = groupCommits(
    away,
    (failure) => reported.push(failure),
    (error) => error instanceof Error && error.message === 'away',
  );
  const all = MANY.slice(0, 9).map((workspace) => grouped.transaction(at(workspace), nothing));
  open();
  for (const told of await Promise.allSettled(all))
    expect(told).toMatchObject({ reason: { message: 'away' } });
  expect(transactions).toEqual([1, 1, 1, 6]);
  expect(reported).toEqual([]);
});
