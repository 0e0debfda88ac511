/** What the syncing place knows and every tab shows: pure, from the machine's steps and the answers taken. */
import type { SyncState } from './machine-state';

export interface NetFacts {
  readonly session: 'in' | 'out';
  readonly silentSince: number | null;
  /** The newest attempt got no answer. */
  readonly unreachable: boolean;
  readonly serverTrouble: boolean;
  /** This build is too old to send (426). */
  readonly needsUpdate: boolean;
  readonly nextTryAt: number | null;
  readonly streamDeadSince: number | null;
  readonly moving: { readonly done: number; readonly total: number; readonly since: number } | null;
  /** The last time that a workspace was held completely, by workspace. */
  readonly asOf: { readonly [workspaceId: string]: number };
  /** Read-only: the server does not know them, or does not say (CL8). */
  readonly unknown: readonly string[];
}

export const noFacts = (now: number): NetFacts => ({
  session: 'in',
  silentSince: null,
  unreachable: false,
  serverTrouble: false,
  needsUpdate: false,
  nextTryAt: null,
  streamDeadSince: now,
  moving: null,
  asOf: {},
  unknown: [],
});

/** After a step of the machine. The same object where nothing changed. */
export function afterStep(facts: NetFacts, state: SyncState, now: number): NetFacts {
  const flights = Object.values(state.flights);
  const oldest = flights.length === 0 ? null : Math.min(...flights.map((flight) => flight.since));
  const silent = state.trouble === 'unreachable' || stillUnanswered(facts, state);
  const next: NetFacts = {
    ...facts,
    session: state.session === 'out' ? 'out' : 'in',
    // Unreachable since the first attempt that got no answer; until then since the request under way left.
    silentSince: silent ? (facts.silentSince ?? oldest ?? now) : oldest,
    unreachable: silent,
    serverTrouble: state.trouble === 'server',
    needsUpdate: state.trouble === 'upgrade',
    nextTryAt: state.failures > 0 ? state.notBefore : null,
    streamDeadSince: state.streamAlive ? null : (facts.streamDeadSince ?? now),
    unknown: Object.values(state.workspaces).flatMap((ws) => (ws.access === 'unknown' ? [ws.id] : [])),
    moving: silent ? null : facts.moving,
  };
  return isSame(facts, next) ? facts : next;
}

/** Asked anew, by a tap or by coming to the front, the machine knows of no trouble; but nothing has answered either. */
const stillUnanswered = ({ unreachable, silentSince }: NetFacts, state: SyncState): boolean =>
  unreachable &&
  silentSince !== null &&
  state.trouble === null &&
  !state.streamAlive &&
  (state.lastGoodAt === null || state.lastGoodAt < silentSince);

export interface TakenAnswer {
  readonly workspaceId: string;
  readonly settled: number;
  readonly waiting: number;
  /** The version of the last row of the page, and the workspace's head. */
  readonly reached: number;
  readonly head: number;
  readonly more: boolean;
  /** Taken over, and nothing more was there (PL2): a page that was refused makes nothing newer. */
  readonly complete: boolean;
}

/** After an answer was taken over: how far a long send or a first load has come, in real numbers. */
export function afterAnswer(facts: NetFacts, taken: TakenAnswer, now: number): NetFacts {
  return {
    ...facts,
    moving: moved(facts.moving, taken, now),
    asOf: taken.complete ? { ...facts.asOf, [taken.workspaceId]: now } : facts.asOf,
  };
}

function moved(moving: NetFacts['moving'], taken: TakenAnswer, now: number): NetFacts['moving'] {
  const since = moving?.since ?? now;
  if (taken.waiting > 0) {
    const done = (moving?.done ?? 0) + taken.settled;
    return { done, total: Math.max(moving?.total ?? 0, done + taken.waiting), since };
  }
  return taken.more ? { done: Math.min(taken.reached, taken.head), total: taken.head, since } : null;
}

const isSame = (a: NetFacts, b: NetFacts): boolean =>
  (Object.keys(a) as (keyof NetFacts)[]).every(
    (key) => a[key] === b[key] || (key === 'unknown' && a.unknown.join() === b.unknown.join()),
  );
