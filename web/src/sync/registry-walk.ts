/** A build that knows more entities or fields than the one before reads every workspace anew (PL2). */
import type { LocalStore } from '../db/local-store';
import { META } from '../db/meta';
import { registrySignature } from '../db/schema';
import { startOver } from './receive-walk';

/** `new`: nothing was ever read into this database. */
export type RegistryNews = 'same' | 'grew' | 'new';

/** Before syncing starts. A crash in between repeats it. */
export async function walkIfRegistryGrew(
  store: LocalStore,
  workspaceIds: readonly string[],
  now: number,
  signature = registrySignature(),
): Promise<RegistryNews> {
  const known = await store.transaction('read', (tx) => tx.meta(META.registry));
  if (known === signature) return 'same';
  // A database without rows of an older build has nothing to read anew.
  if (known !== undefined) for (const id of workspaceIds) await startOver(store, id, now);
  await store.transaction('relaxed', (tx) => tx.putMeta(META.registry, signature));
  return known === undefined ? 'new' : 'grew';
}
