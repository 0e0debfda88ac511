/** Where the mass-change guard is tried: a workspace with an owner, two members and a viewer, and a clock to set. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Op } from '@holdfast/shared/sync/op';
import { buildOp, uuidOf } from '@holdfast/shared/testing/build';
import { pull } from '../sync/pull';
import type { GroupingStore } from '../sync/server-store';
import type { StoreUnderTest } from './store-ground';
import { createTask, SyncDevice } from './sync-device';

let count = 0xb000;
export const [OWNER, ANA, BEN, VIV] = [uuidOf(0xc1), uuidOf(0xc2), uuidOf(0xc3), uuidOf(0xc4)];
export const taskId = (n: number) => uuidOf(0x100 + n);

export const EVERYBODY = { [OWNER]: 'owner', [ANA]: 'member', [BEN]: 'member', [VIV]: 'viewer' };

export const remove = (n: number, more: Partial<Op> = {}): Op =>
  buildOp({ op: 'delete', entity: 'task', id: taskId(n), base: 90, ...more });
export const deletions = (device: SyncDevice, from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => device.mutation([remove(from + n)]));
export const decide = (hold: Row, state: string, accountId: string): Op =>
  buildOp({
    entity: 'hold',
    id: hold.id,
    base: hold.version,
    guard: true,
    changes: { state: { from: 'held', to: state }, decidedBy: { from: null, to: accountId } },
  });
export const outcomes = (page: { readonly results: readonly { readonly outcome: string }[] }) => [
  ...new Set(page.results.map(({ outcome }) => outcome)),
];

/** A workspace of its own with so many tasks, and the devices of those in it. */
export async function holdWorld(
  { store, found }: StoreUnderTest,
  tasks: number,
  members: { readonly [account: string]: string },
) {
  const WS = uuidOf(count++);
  await found(WS, members);
  let mark = 0;
  const clock = { now: 10_000_000 };
  /** Whose row throws where a change looks at it, as a bug of ours would. */
  const trips = { at: '' };
  const deps = {
    store: tripping(store, trips),
    now: () => clock.now,
    newMark: () => `m${mark++}`,
    changed: () => undefined,
  };
  const device = (account: string, n: number) => {
    const made = new SyncDevice(deps, { account, device: uuidOf(0xd0 + n), workspace: WS });
    made.clock = clock.now;
    return made;
  };
  const [owner, ana, ben] = [device(OWNER, 1), device(ANA, 2), device(BEN, 3)];
  for (let from = 0; from < tasks; from += 50)
    await owner.write(
      ...Array.from({ length: Math.min(50, tasks - from) }, (_, n) => createTask(taskId(from + n))),
    );
  const rows = async () => {
    const asked = {
      accountId: OWNER,
      workspaceId: WS,
      deviceId: uuidOf(0xdd),
      cursor: null,
      ack: 0,
      limit: 5000,
    };
    const answer = await pull(store, 0, asked);
    return answer.kind === 'page' ? answer.page.changes : [];
  };
  const of = async (entity: string): Promise<Row[]> =>
    (await rows()).flatMap((change) => (change.entity === entity ? [change.row] : []));
  return {
    store,
    clock,
    trips,
    device,
    owner,
    ana,
    ben,
    of,
    standing: async () => (await of('task')).filter((row) => row.deletedAt === null).length,
  };
}

/** The store, but for the row that `trips` names: whatever looks at its deletion throws. */
function tripping(store: GroupingStore, trips: { readonly at: string }): GroupingStore {
  const poisoned = (row: Row): Row =>
    new Proxy(row, {
      get: (target, name) => {
        if (name === 'deletedAt') throw new Error('a bug of ours');
        return Reflect.get(target, name) as unknown;
      },
    });
  return {
    ...store,
    transaction: (scope, work) =>
      store.transaction(scope, (tx) =>
        work({
          ...tx,
          rows: async (...asked) =>
            (await tx.rows(...asked)).map((row) => (row.id === trips.at ? poisoned(row) : row)),
        }),
      ),
  };
}

export type HoldWorld = (
  tasks?: number,
  members?: { readonly [account: string]: string },
) => ReturnType<typeof holdWorld>;
