/**
 * Across tabs only one shows a reminder: whoever writes first that it did. One transaction, so two tabs at once cannot
 * both be first.
 */

import type { Query } from '../../db/live';
import type { LocalStore } from '../../db/local-store';
import { type Reminder, type Said, withSaid } from './schedule';

const KEY = 'reminded';

/** Of these the ones that this tab is to show. */
export const claimReminders = <R extends Reminder>(
  store: LocalStore,
  due: readonly R[],
  now: number,
): Promise<readonly R[]> =>
  store.transaction('relaxed', async (tx) => {
    const said = saidOf(await tx.meta(KEY));
    const mine = due.filter(({ id, remindAt }) => said[id] !== remindAt);
    if (mine.length > 0) await tx.putMeta(KEY, withSaid(said, mine, now));
    return mine;
  });

export const liveSaid: Query<Said> = async (read) => saidOf(await read.meta(KEY));

const saidOf = (stored: unknown): Said =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Said) : {};
