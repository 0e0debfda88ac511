/**
 * One syncing place in the browser (CL6): whoever holds the lock. Leadership saves requests and decides nothing:
 * two at once are harmless, so stealing needs no proof.
 *
 *   [waiting] ── lock granted ──▶ [leading] ── tab closed, stopped ──▶ (the browser frees the lock)
 *      │  ▲                           │  beats every 5 s
 *      │  └── stolen, or hidden while a visible tab asks ◀──┘
 *      └── visible and no beat for 30 s (a frozen tab holds it) ──▶ steals
 */
import type { Hold } from '../platform/locks';
import type { Alarm } from '../platform/timers';

export type LeaderMessage =
  | { readonly kind: 'beat' }
  /** A visible tab would rather have it. */
  | { readonly kind: 'ask' };

export interface LeaderDeps {
  readonly lockName: string;
  readonly hold: Hold;
  readonly post: (message: LeaderMessage) => void;
  readonly createAlarm: (ring: () => void) => Alarm;
  readonly now: () => number;
  readonly isVisible: () => boolean;
  /** Sync until the signal says stop; resolves when nothing is under way any more. */
  readonly lead: (stop: AbortSignal) => Promise<void>;
}

export interface Leader {
  readonly isLeading: () => boolean;
  start(): void;
  heard(message: LeaderMessage): void;
  /** The page came to the front. */
  visible(): void;
  stop(): Promise<void>;
}

const BEAT_EVERY = 5_000;
export const STEAL_AFTER = 30_000;

export function createLeader(deps: LeaderDeps): Leader {
  let stopped = false;
  let leading: AbortController | null = null;
  let waiting: AbortController | null = null;
  let lastBeatAt = 0;
  let running: Promise<void> = Promise.resolve();

  const beat = deps.createAlarm(() => {
    deps.post({ kind: 'beat' });
    beat.set(BEAT_EVERY);
  });
  const watch = deps.createAlarm(() => {
    const left = lastBeatAt + STEAL_AFTER - deps.now();
    if (left > 0 || !deps.isVisible()) watch.set(Math.max(left, BEAT_EVERY));
    else contend(true);
  });

  /** Asks for the lock, waiting for it or taking it; holds it until stopped, stolen or given up. */
  function contend(steal: boolean): void {
    waiting?.abort();
    const turn = new AbortController();
    waiting = turn;
    lastBeatAt = deps.now();
    watch.set(STEAL_AFTER);
    running = deps
      .hold(deps.lockName, steal ? { steal } : { signal: turn.signal }, async (lost) => {
        if (stopped) return;
        const stop = new AbortController();
        lost.addEventListener('abort', () => stop.abort());
        leading = stop;
        watch.set(null);
        deps.post({ kind: 'beat' });
        beat.set(BEAT_EVERY);
        await deps.lead(stop.signal);
      })
      .then((result) => {
        if (result === 'called-off') return;
        leading = null;
        beat.set(null);
        if (!stopped) contend(false);
      });
  }

  return {
    isLeading: () => leading !== null,
    start: () => contend(false),
    heard(message) {
      if (message.kind === 'beat') lastBeatAt = deps.now();
      // Timers of a hidden tab are slowed down, and it may freeze: the one that a person sees leads better.
      else if (leading !== null && !deps.isVisible()) leading.abort();
    },
    visible() {
      if (leading === null && !stopped) deps.post({ kind: 'ask' });
    },
    async stop() {
      stopped = true;
      beat.set(null);
      watch.set(null);
      waiting?.abort();
      leading?.abort();
      await running;
    },
  };
}
