import { describeServerStore } from '../testing/store-contract';
import { createMemoryStore } from './memory-store';

describeServerStore('in memory', async () => {
  const store = createMemoryStore();
  return {
    store,
    found: async (id, members) => store.found(id, members),
    remove: async (id, account) => store.setRole(id, account, null),
  };
});
