/**
 * When the service worker is asked for again by itself. A first install that broke off leaves nothing behind, and on a
 * bad line it is the likely one: it is tried again, ever more rarely. One that was installed and went has done so on
 * purpose, the kill switch (H57): it is not. Pure but for the alarm that it is given.
 */
import type { Alarm } from './timers';

/** The first try again, and the longest wait between two. */
export const AGAIN_MS = { first: 15_000, most: 3_600_000 };

export interface WorkerRetry {
  /** The registration itself failed. */
  failed(): void;
  /** Somebody looks now: no alarm is needed. */
  looks(): void;
  /** Call it for each new worker, and the result with each state that it comes to. */
  follow(): (state: ServiceWorkerState, hasActive: boolean) => void;
}

export function createWorkerRetry(alarm: Alarm): WorkerRetry {
  let wait = AGAIN_MS.first;
  const again = () => {
    alarm.set(wait);
    wait = Math.min(2 * wait, AGAIN_MS.most);
  };
  return {
    failed: again,
    looks: () => alarm.set(null),
    follow() {
      let wasInstalled = false;
      return (state, hasActive) => {
        if (state !== 'redundant') wasInstalled ||= state !== 'installing';
        else if (!wasInstalled && !hasActive) again();
      };
    },
  };
}
