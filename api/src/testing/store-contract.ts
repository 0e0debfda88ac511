/** What every ServerStore does: run on the in-memory twin and on Postgres, so that the simulation's store is no fiction. */
import { beforeEach, describe } from 'vitest';
import { type StoreUnderTest, storeGround } from './store-ground';
import { guardContract } from './store-guard';
import { historyContract } from './store-history';
import { jobsContract } from './store-jobs';
import { mutationsContract } from './store-mutations';
import { peopleContract } from './store-people';
import { rowsContract } from './store-rows';

export function describeServerStore(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`server store: ${name}`, () => {
    const ground = storeGround(create);
    beforeEach(ground.begin);
    for (const contract of [
      peopleContract,
      rowsContract,
      mutationsContract,
      historyContract,
      guardContract,
      jobsContract,
    ])
      contract(ground);
  });
}
