/**
 * A new version is a prompt, never a surprise (platform 10). The rules of when; the worker itself is platform's.
 *
 *   [current] ── installed beside ──▶ [ready] ── accepted, or hidden 10 min with nothing unsaved ──▶ [applying]
 *                                                                       │ replaced within 5 s → reload
 *   [current] ── asked for before it came ──▶ looked for at once; taken without another question if nothing is unsaved
 *   another tab accepted: nothing unsaved → reload · else [restart]     └ not: [stuck]: close the other tabs
 *   [restart] ── last editor saved or given up ──▶ stays until the person taps; hidden → reload
 */
import type { Alarm } from '../platform/timers';

export type UpdateState = 'current' | 'ready' | 'applying' | 'stuck' | 'restart';

export interface UpdateDeps {
  readonly takeOver: () => void;
  readonly check: () => Promise<void>;
  readonly hasUnsaved: () => boolean;
  /** Ends syncing and closes the stream: an open one would keep the new worker waiting. */
  readonly pauseSync: () => Promise<void>;
  readonly resumeSync: () => void;
  readonly reload: () => void;
  readonly createAlarm: (ring: () => void) => Alarm;
  readonly changed: (state: UpdateState) => void;
}

export interface Update {
  readonly state: () => UpdateState;
  /** A new version waits. */
  waiting(): void;
  /** A new version took over. */
  replaced(): void;
  visible(visible: boolean): void;
  /** The person's answer to the prompt, or to "restart". */
  accept(): Promise<void>;
  /** An answer came from another build than before, or an hour passed. */
  look(): void;
}

const STUCK_AFTER = 5_000;
const HIDDEN_FOR = 600_000;
const LOOK_EVERY = 3_600_000;

export function createUpdate(deps: UpdateDeps): Update {
  let state: UpdateState = 'current';
  let asked = false;
  const become = (next: UpdateState) => {
    if (next === state) return;
    state = next;
    deps.changed(next);
  };
  const stuck = deps.createAlarm(() => {
    deps.resumeSync();
    become('stuck');
  });
  const hidden = deps.createAlarm(() => {
    if (deps.hasUnsaved()) return;
    if (state === 'ready') void accept();
    else if (state === 'restart') deps.reload();
  });
  const hourly = deps.createAlarm(look);
  hourly.set(LOOK_EVERY);

  function look(): void {
    hourly.set(LOOK_EVERY);
    void deps.check();
  }

  async function accept(): Promise<void> {
    if (state === 'restart') {
      deps.reload();
      return;
    }
    if (state === 'current') {
      asked = true;
      look();
    }
    if (state !== 'ready' && state !== 'stuck') return;
    become('applying');
    await deps.pauseSync();
    stuck.set(STUCK_AFTER);
    deps.takeOver();
  }

  return {
    state: () => state,
    waiting() {
      if (state === 'current') become('ready');
      // Asked for a while ago: what was begun since is not reloaded away, and the prompt asks again.
      if (asked && !deps.hasUnsaved()) void accept();
    },
    replaced() {
      stuck.set(null);
      // The tab that accepted was asked; others are reloaded only where nothing would be lost.
      if (state === 'applying' || !deps.hasUnsaved()) deps.reload();
      else become('restart');
    },
    visible(visible) {
      hidden.set(visible ? null : HIDDEN_FOR);
      if (visible) look();
    },
    accept,
    look,
  };
}
