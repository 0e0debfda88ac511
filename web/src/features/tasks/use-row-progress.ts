/** The progress of the rows near the screen, asked for once the page has nothing else to do. */
import { useEffect, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useDatabase } from '../../db/use-live';
import { whenIdle } from '../../platform/idle';
import type { Progress } from './progress';

const load = () => import('./progress');

/** Call when the page is idle. */
export const preloadProgress = async (): Promise<void> => void (await load());

const none: Progress = new Map();

export function useRowProgress(ids: readonly string[]): Progress {
  const db = useDatabase();
  const { workspaceId } = useActionContext();
  const [progress, setProgress] = useState(none);
  const key = ids.join(' ');
  useEffect(() => {
    if (key === '') return;
    let stop: (() => void) | null = null;
    let wanted = true;
    const watch = async () => {
      const { watchProgress } = await load();
      if (wanted) stop = watchProgress(db, workspaceId, key.split(' '), setProgress);
    };
    const cancel = whenIdle(() => void watch());
    return () => {
      wanted = false;
      cancel();
      stop?.();
    };
  }, [db, workspaceId, key]);
  return progress;
}
