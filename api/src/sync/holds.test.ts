import { describeHolds } from '../testing/holds-contract';
import { createMemoryStore } from './memory-store';

describeHolds('in memory', async () => {
  const store = createMemoryStore();
  return {
    store,
    found: async (workspaceId, members) => store.found(workspaceId, members),
    remove: async (workspaceId, accountId) => store.setRole(workspaceId, accountId, null),
  };
});
