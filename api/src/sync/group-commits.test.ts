import { uuidOf } from '@holdfast/shared/testing/build';
import { beforeEach, expect, it } from 'vitest';
import { createTask, SyncDevice } from '../testing/sync-device';
import { groupCommits, type SharedFailure } from './group-commits';
import { createMemoryStore } from './memory-store';
import type { GroupingStore } from './server-store';

const WS = uuidOf(0xa1);
const OTHER = uuidOf(0xa2);
const people = Array.from({ length: 20 }, (_, n) => uuidOf(0xc00 + n));

/** How many jobs each transaction of the store below took, in order. */
let transactions: number[];
let store: GroupingStore;
let marks: number;
let breakIf: (accountId: string) => boolean;
let reported: SharedFailure[];
beforeEach(() => {
  reported = [];
  transactions = [];
  marks = 0;
  breakIf = () => false;
  const memory = createMemoryStore();
  const roles = Object.fromEntries(people.map((id, n) => [id, n === 3 ? 'viewer' : 'member']));
  for (const workspace of [WS, OTHER]) memory.found(workspace, roles);
  const check = (accountId: string) => {
    if (breakIf(accountId)) throw new Error('broken');
  };
  store = {
    async transaction(scope, work) {
      if (scope.mode === 'write') transactions.push(1);
      check(scope.accountId);
      return memory.transaction(scope, work);
    },
    async together(jobs) {
      transactions.push(jobs.length);
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
  // Sharing that always fails would make every push run alone: whoever runs the server sees it.
  expect(reported).toMatchObject([{ pushes: 4, workspaceId: WS, error: { message: 'broken' } }]);
});
