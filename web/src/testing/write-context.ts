/** A write context for tests: a clock that ticks, ids that do not repeat, and a note of who was woken. */

import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import type { ActionContext } from '../db/context';
import type { LocalStore, LocalTransaction } from '../db/local-store';
import { createMemoryStore } from '../db/memory-store';
import { inOneBreath } from './one-breath';

export interface TestContext extends ActionContext {
  readonly woken: string[];
  /** Sets the clock. */
  readonly at: (time: number) => void;
  /** Reads in a transaction of its own. */
  readonly look: <T>(work: (tx: LocalTransaction) => Promise<T>) => Promise<T>;
}

export function testContext(store: LocalStore = inOneBreath(createMemoryStore()), seed = 1): TestContext {
  let clock = 1_700_000_000_000;
  let state = seed;
  const woken: string[] = [];
  return {
    store,
    accountId: uuidOf(0xc0),
    workspaceId: WORKSPACE,
    now: () => {
      clock += 1;
      return clock;
    },
    at: (time) => {
      clock = time;
    },
    randomBytes: (length) =>
      Uint8Array.from({ length }, () => {
        // A small linear congruential generator: the tests need other bytes each time, not good ones.
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state >>> 24;
      }),
    onWrite: (workspaceId) => woken.push(workspaceId),
    woken,
    read: {
      last: () => Promise.resolve(null),
      rows: () => Promise.resolve([]),
      row: async (entity, workspaceId, id) =>
        ((await store.transaction('read', (tx) => tx.row(entity, workspaceId, id))) ?? null) as never,
    },
    look: (work) => store.transaction('read', work),
  };
}
