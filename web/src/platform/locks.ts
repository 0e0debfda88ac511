/** Web Locks: one holder in the whole browser. Freed by the browser when its tab closes. */
export type HoldResult = 'ran' | 'busy' | 'stolen' | 'called-off';

export interface HoldOptions {
  /** Do not wait: `busy` where somebody holds it. */
  readonly ifAvailable?: boolean;
  /** Take it from whoever holds it. */
  readonly steal?: boolean;
  readonly signal?: AbortSignal;
}

/** Runs `work` while holding the lock. `stolen`: somebody took it meanwhile; `work` was told by its signal. */
export type Hold = (
  name: string,
  options: HoldOptions,
  work: (lost: AbortSignal) => Promise<void>,
) => Promise<HoldResult>;

export const holdLock: Hold = async (name, options, work) => {
  const lost = new AbortController();
  // Plain http on another host has no locks (CL14): everybody holds it, and two at once are harmless (CL6).
  if (!('locks' in navigator)) {
    await work(lost.signal);
    return 'ran';
  }
  let running: Promise<void> | null = null;
  // `ifAvailable` and `steal` may not stand beside a signal.
  const request: LockOptions = options.steal
    ? { steal: true }
    : options.ifAvailable
      ? { ifAvailable: true }
      : options.signal
        ? { signal: options.signal }
        : {};
  const granted = await navigator.locks
    .request(name, request, async (lock) => {
      if (lock === null) return;
      running = work(lost.signal);
      // Its own failure is told below; here only the lock's end counts.
      await running.then(undefined, () => undefined);
    })
    .then(
      () => true,
      () => false,
    );
  if (running === null) return granted ? 'busy' : 'called-off';
  if (!granted) lost.abort();
  await running;
  return granted ? 'ran' : 'stolen';
};
