/** What the sync machine knows, what it hears, and what it asks for. See machine.ts for how they hang together. */
import { type Bucket, fullBucket } from './backoff';

export type Lane = 'session' | 'push' | 'pull' | 'other';

/** Tries in a row that came to nothing, and when the next may start. */
export interface Hold {
  readonly failures: number;
  readonly notBefore: number;
}
export const FREE: Hold = { failures: 0, notBefore: 0 };

export interface WorkspaceSync {
  readonly id: string;
  /** Its outbox may hold something. */
  readonly pushWanted: boolean;
  /** Pull whatever the version. */
  readonly pullWanted: boolean;
  /** The highest version that the server spoke of, and the one up to which this device has everything. */
  readonly heard: number;
  readonly head: number;
  /** Most mutations in a push; halves on 400 and 413, grows back with each good answer. */
  readonly batch: number;
  /** The single mutation that answered 413 goes without its ops (PU6). */
  readonly hollow: string | null;
  /** Its own trouble, apart: a mutation that nobody can apply stops no pull, a row that does not parse no push. */
  readonly pushHold: Hold;
  readonly pullHold: Hold;
  /** A local transaction over the whole workspace is under way (renumbering, leaving). */
  readonly busy: boolean;
  /** `unknown`: 404 to somebody who never left; read-only, nothing removed (CL8). */
  readonly access: 'open' | 'unknown';
  readonly digestAt: number;
  /** Comparisons in a row that could not be judged. */
  readonly digestTries: number;
  readonly comparedAt: number;
  readonly pollAt: number;
}

export interface SyncState {
  /** `out`: nobody is signed in in this browser any more, or somebody else is. */
  readonly session: 'in' | 'refreshing' | 'out';
  /** Refreshes without a good answer between them, and when the last came. */
  readonly refreshes: number;
  readonly refreshedAt: number;
  /** When the request left that was refused last: somebody else's refresh since then has settled it. */
  readonly refusedAt: number;
  readonly failures: number;
  readonly notBefore: number;
  /** `notBefore` is the server's own word: only a tap goes before it. */
  readonly told: boolean;
  readonly trouble: null | 'unreachable' | 'server' | 'upgrade';
  /** The newest good answer. */
  readonly lastGoodAt: number | null;
  readonly visible: boolean;
  readonly streamAlive: boolean;
  readonly active: string | null;
  readonly workspaces: { readonly [id: string]: WorkspaceSync };
  /** What each lane has in flight. */
  readonly flights: { readonly [lane in Lane]?: Flight };
  readonly bucket: Bucket;
}

export interface Flight {
  readonly kind: 'refresh' | 'push' | 'pull' | 'digest';
  readonly workspaceId: string;
  readonly since: number;
  /** What the workspace had heard of when it left. */
  readonly heard: number;
  /** A push that took a wanted pull with it: it answers as a pull does (PU7). */
  readonly tookPull: boolean;
}

/** What came of a request, after the store took what it brought. */
export type Answer =
  /** `settled`: a push took something out of the outbox; `moved`: the cursor is another one. */
  | {
      readonly kind: 'done';
      readonly settled: boolean;
      readonly moved: boolean;
      /** Entries still waiting in the workspace's outbox. */
      readonly waiting: number;
      readonly more: boolean;
      readonly version: number;
      /** The server started anew from 0: everything is read again. */
      readonly reset: boolean;
      /** A row did not parse: the page was refused, its results were taken (PL2). */
      readonly refusedRows: boolean;
      /** It answers an older question: its page was dropped, its results were taken (H19). */
      readonly older?: boolean;
      /** It was asked for before this flight: what the stream had told by then. */
      readonly heard?: number;
    }
  /** Of a comparison (DG1). `moved`: the versions were not the same, `unable`: no hashes here; nothing was judged. */
  | { readonly kind: 'compared'; readonly result: 'same' | 'differs' | 'moved' | 'unable' }
  /** A pull that acknowledges less than the server had acknowledged: its history is another one (PU3, PL4). */
  | { readonly kind: 'misses-numbers' }
  /** No request was made: the outbox was empty. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly retryAfterMs: number | null;
      /** How many mutations the push had. */
      readonly sent: number;
      /** The id of the only one. */
      readonly alone?: string;
    }
  /** Storage trouble: the lane of the workspace waits. */
  | { readonly kind: 'stuck' }
  | { readonly kind: 'refreshed' }
  | { readonly kind: 'signed-out' };

export type SyncEvent = { readonly now: number; readonly roll: number } & (
  | {
      readonly kind: 'workspaces';
      readonly ids: readonly string[];
      readonly active: string | null;
      readonly digested: { readonly [workspaceId: string]: number };
    }
  | { readonly kind: 'signed-in' }
  /** Reasons to look now (CL7). `tap` also goes before a server's Retry-After. */
  | { readonly kind: 'online' | 'visible' | 'tap' }
  | { readonly kind: 'hidden' }
  /** The browser thinks that the network went: worth one look, in its turn. */
  | { readonly kind: 'doubt' }
  | { readonly kind: 'wrote'; readonly workspaceId: string | null }
  | { readonly kind: 'changed'; readonly workspaceId: string; readonly version: number }
  | { readonly kind: 'hello'; readonly heads: { readonly [workspaceId: string]: number } }
  | { readonly kind: 'silent' }
  | { readonly kind: 'timer' }
  | { readonly kind: 'answered'; readonly lane: Lane; readonly answer: Answer }
  /** A renumbering is through, or leaving did not work. `ok: false`: the store refused; tried again later. */
  | { readonly kind: 'mended'; readonly workspaceId: string; readonly ok: boolean }
  /** Compare the digests now (DG1). */
  | { readonly kind: 'compare'; readonly workspaceId: string }
);

export type Effect =
  /** `since`: when the request left that was refused. */
  | { readonly kind: 'refresh'; readonly since: number }
  | {
      readonly kind: 'push';
      readonly workspaceId: string;
      readonly limit: number;
      readonly hollow: string | null;
    }
  /** `heard`: what the stream has told of the workspace so far. */
  | {
      readonly kind: 'pull';
      readonly workspaceId: string;
      readonly lane: 'pull' | 'other';
      readonly heard: number;
    }
  | { readonly kind: 'digest'; readonly workspaceId: string }
  /** `lost`: the server misses numbers that it has acknowledged, so its history is another one. */
  | { readonly kind: 'renumber'; readonly workspaceId: string; readonly lost: boolean }
  /** 403 removed: its rows go, own unsent changes stay for export. */
  | { readonly kind: 'leave'; readonly workspaceId: string }
  /** One mutation alone answered 400: counts as a try of it (PU6). */
  | { readonly kind: 'note-try'; readonly workspaceId: string }
  | { readonly kind: 'needs-update' }
  /** Wake me then with `timer`; replaces the earlier one; null: no need. */
  | { readonly kind: 'wake'; readonly at: number | null };

export interface Step {
  readonly state: SyncState;
  readonly effects: readonly Effect[];
}

export const FULL_BATCH = 100;

export function initialState(now: number): SyncState {
  return {
    session: 'in',
    refreshes: 0,
    refreshedAt: 0,
    refusedAt: 0,
    failures: 0,
    notBefore: 0,
    told: false,
    trouble: null,
    lastGoodAt: null,
    visible: true,
    streamAlive: false,
    active: null,
    workspaces: {},
    flights: {},
    bucket: fullBucket(now),
  };
}

export function change(state: SyncState, id: string, how: (ws: WorkspaceSync) => WorkspaceSync): SyncState {
  const ws = state.workspaces[id];
  return ws === undefined ? state : { ...state, workspaces: { ...state.workspaces, [id]: how(ws) } };
}
