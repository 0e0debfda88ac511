/** Runs a job at the start and then once a day, one run at a time; a failure is logged and tried again a day later. */
import type { Log } from '../deps';
import { describeError } from '../http/describe-error';

const DAY_MS = 86_400_000;
/** A server that restarts all day must not work for it alone. */
const SOON_MS = 60_000;

export interface Timer {
  readonly set: (run: () => void, ms: number) => unknown;
  readonly clear: (timer: unknown) => void;
}

/** @returns ends it: no further run begins; resolves when the one under way is through. */
export function startDaily(job: () => Promise<void>, timer: Timer, log: Log): () => Promise<void> {
  let next: unknown = null;
  let running: Promise<void> = Promise.resolve();
  let ended = false;
  const plan = (ms: number) => {
    if (!ended)
      next = timer.set(() => {
        running = job()
          .catch((error: unknown) => log.error({ error: describeError(error) }, 'the daily job failed'))
          .finally(() => plan(DAY_MS));
      }, ms);
  };
  plan(SOON_MS);
  return async () => {
    ended = true;
    timer.clear(next);
    await running;
  };
}
