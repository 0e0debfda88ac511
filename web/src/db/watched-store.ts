/**
 * A store that tells how storage does. Trouble is over when storage does again what it refused: after a full disk only
 * a write proves that, after a dead connection anything does.
 */
import type { LocalStore } from './local-store';
import { StorageFailure, type StorageTrouble } from './storage-failure';

/** `null`: it works again. Said once for each change. */
export type StorageNews = (trouble: StorageTrouble | null) => void;

export function watchedStore(store: LocalStore, tell: StorageNews): LocalStore {
  let trouble: StorageTrouble | null = null;
  const say = (next: StorageTrouble | null): void => {
    if (next === trouble) return;
    trouble = next;
    tell(next);
  };
  return {
    async transaction(mode, work, scope) {
      try {
        const result = await store.transaction(mode, work, scope);
        if (trouble !== 'full' || mode !== 'read') say(null);
        return result;
      } catch (error) {
        if (error instanceof StorageFailure) say(error.trouble);
        throw error;
      }
    },
  };
}
