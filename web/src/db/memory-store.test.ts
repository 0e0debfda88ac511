import { localStoreContract } from '../testing/local-store-contract';
import { createMemoryStore } from './memory-store';

localStoreContract('the memory store', async () => ({ store: createMemoryStore(), close: async () => {} }));
