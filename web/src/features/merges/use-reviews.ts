import { useMemo } from 'react';
import type { Live } from '../../db/live';
import { useLiveKept } from '../../db/use-live';
import { clockTime } from '../../platform/clock';
import { useSession } from '../account/session-context';
import { useDirectory } from '../tasks/directory';
import { momentAt } from './moment-words';
import { liveReviews, type OpenReview } from './review-query';

/**
 * @param attempt another number reads again. Every open question of this person's workspaces, live: settled on another
 * device, it goes.
 */
export function useReviews(attempt = 0): Live<readonly OpenReview[]> {
  const session = useSession();
  const { today, me } = useDirectory();
  const ids = session.workspaces.length > 0 ? session.workspaces.map(({ id }) => id) : [session.workspaceId];
  const asks = useMemo(
    () => ({ me, today, moment: (at: number) => momentAt(at, today, clockTime) }),
    [me, today],
  );
  return useLiveKept(liveReviews({ ...asks, workspaceIds: ids }), [attempt, asks, ids.join(' ')]);
}
