/**
 * The app knows an entity or a field more than when this device last read: everything is read again, so that what
 * was kept raw or left out is there (PL2). Rows of an entity that was unknown leave the raw store; the walk brings
 * them to their own.
 */
import type { LocalStore } from '../db/local-store';
import { META } from '../db/meta';
import { registrySignature } from '../db/schema';
import { startOver } from './receive-walk';

const POSITIONS = 'position/';

/** Call once after opening, before the first exchange. Answers the workspaces that are read anew. */
export async function startOverIfGrown(
  store: LocalStore,
  now: number,
  signature = registrySignature(),
): Promise<readonly string[]> {
  const grown = await store.transaction('read', async (tx) => {
    const known = await tx.meta(META.registry);
    if (known === signature) return null;
    const keys = known === undefined ? [] : await tx.metaKeys(POSITIONS);
    return keys.map((key) => key.slice(POSITIONS.length));
  });
  if (grown === null) return [];
  for (const workspaceId of grown) await startOver(store, workspaceId, now);
  // Last: a crash before it starts the walks again, which is harmless.
  await store.transaction('relaxed', (tx) => tx.putMeta(META.registry, signature));
  return grown;
}
