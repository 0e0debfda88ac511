/**
 * The app as it runs in one tab: which account is open, and everything that happens to it. Renders from this device
 * first; the server is asked after (platform 9). Screens subscribe to `state`.
 */

import type { ActionContext } from '../db/context';
import type { HoldfastDatabase } from '../db/db';
import type { Session } from '../features/account/session-context';
import type { AppState } from '../features/install/app-state-context';
import type { BrowserMarks } from '../platform/browser-marks';
import type { ValueStore } from '../ui/value-store';
import type { ClosedReason } from './storage-says';
import type { SyncViewStore } from './sync-view';

/** An account, or the person without one, with the workspace on screen. */
export interface OpenState {
  readonly kind: 'open';
  readonly db: HoldfastDatabase;
  readonly context: ActionContext;
  readonly session: Session;
  readonly sync: Pick<SyncViewStore, 'get' | 'subscribe'>;
}

export type RunningState =
  | { readonly kind: 'starting' }
  | OpenState
  /** Storage does not open here, or a newer version took it over; `words` say so to the person. */
  | {
      readonly kind: 'closed';
      readonly reason: ClosedReason;
      readonly words: string;
    };

export interface RunningApp {
  readonly state: Pick<ValueStore<RunningState>, 'get' | 'subscribe'>;
  readonly appState: Pick<ValueStore<AppState>, 'get' | 'subscribe'>;
  readonly marks: BrowserMarks;
  /** To a developer: never a task's text. */
  readonly report: (what: string, detail: unknown) => void;
}
