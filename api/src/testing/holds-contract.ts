/** The mass-change guard from a push to its release: run on the in-memory store and on Postgres. */
import { beforeAll, describe } from 'vitest';
import { holdDecidingContract } from './hold-deciding';
import { EVERYBODY, type HoldWorld, holdWorld } from './hold-ground';
import { holdTakingContract } from './hold-taking';
import { holdUndoingContract } from './hold-undoing';
import type { StoreUnderTest } from './store-ground';

export function describeHolds(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`mass-change guard: ${name}`, () => {
    let at: StoreUnderTest;
    beforeAll(async () => {
      at = await create();
    });
    const world: HoldWorld = (tasks = 90, members = EVERYBODY) => holdWorld(at, tasks, members);
    for (const contract of [holdTakingContract, holdDecidingContract, holdUndoingContract]) contract(world);
  });
}
