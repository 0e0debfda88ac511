/** Where the contract of every ServerStore is tried: a workspace of its own for each test, and two people in it. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { task } from '@holdfast/shared/entities/task';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import type { GroupingStore, ServerTransaction } from '../sync/server-store';

export interface StoreUnderTest {
  readonly store: GroupingStore;
  readonly found: (workspaceId: string, members: { readonly [accountId: string]: string }) => Promise<void>;
  readonly remove: (workspaceId: string, accountId: string) => Promise<void>;
}

export const SAM = uuidOf(0xc1);
export const ANA = uuidOf(0xc2);

type Work<T> = (tx: ServerTransaction) => Promise<T>;

export interface StoreGround {
  readonly world: StoreUnderTest;
  /** Sam owns it, Ana may look. */
  readonly ws: string;
  /** No other test's: for ids that are unique over all workspaces. */
  readonly n: number;
  readonly write: <T>(work: Work<T>, accountId?: string) => Promise<T>;
  readonly read: <T>(work: Work<T>, accountId?: string) => Promise<T>;
  readonly aTask: (n: number, version: number, more?: Partial<Row>) => Row;
}

let count = 0xa000;

/** `begin` before each test. */
export function storeGround(
  create: () => Promise<StoreUnderTest>,
): StoreGround & { begin: () => Promise<void> } {
  let world: StoreUnderTest | undefined;
  let ws = '';
  const made = (): StoreUnderTest => {
    if (!world) throw new Error('not begun');
    return world;
  };
  const as =
    (mode: 'write' | 'snapshot') =>
    <T>(work: Work<T>, accountId = SAM): Promise<T> =>
      made().store.transaction({ accountId, workspaceId: ws, mode }, work);
  return {
    async begin() {
      world ??= await create();
      ws = uuidOf(count++);
      await world.found(ws, { [SAM]: 'owner', [ANA]: 'viewer' });
    },
    get world() {
      return made();
    },
    get ws() {
      return ws;
    },
    get n() {
      return count;
    },
    write: as('write'),
    read: as('snapshot'),
    aTask: (n, version, more = {}) =>
      build(task, { id: uuidOf(n), workspaceId: ws, version, title: `T${n}`, ...more }),
  };
}
