/** What may start now, and when to look again. Higher lanes first; a lane has one request in flight (CL9). */
import { BREAKER_AFTER, BUCKET, refilled } from './backoff';
import type { Effect, Flight, Hold, Lane, Step, SyncState, WorkspaceSync } from './machine-state';

/** How often to look without being told (CL7, ST4). */
export const POLL = { alive: 30_000, silent: 5_000, others: 30_000, othersAlive: 300_000 } as const;
/** A device compares its own rows with the server's once a day (DG1). */
export const DIGEST_EVERY = 86_400_000;

export function plan(before: SyncState, now: number): Step {
  let state = pollsDue({ ...before, bucket: refilled(before.bucket, now) }, now);
  const effects: Effect[] = [];
  for (const candidate of [refresh, push, pull, other]) {
    if (!mayStart(state, now)) break;
    const flight = candidate(state, now);
    if (flight === null) continue;
    effects.push(flight.effect);
    state = { ...taken(state, flight), bucket: { ...state.bucket, tokens: state.bucket.tokens - 1 } };
  }
  return { state, effects: [...effects, { kind: 'wake', at: nextWake(state, now) }] };
}

/** A write to the workspace would go out at once: nothing is on its way before it, and the server was there last. */
export function wouldPushNow(state: SyncState, workspaceId: string, now: number): boolean {
  const ws = state.workspaces[workspaceId];
  return (
    ws !== undefined &&
    state.session === 'in' &&
    state.trouble === null &&
    state.streamAlive &&
    state.flights.push === undefined &&
    mayStart(state, now) &&
    ready(ws, ws.pushHold, now)
  );
}

interface Start {
  readonly lane: Lane;
  readonly effect: Effect;
  readonly flight: Flight;
}

function mayStart(state: SyncState, now: number): boolean {
  if (state.session === 'out') return false;
  if (now < state.notBefore || state.bucket.tokens < 1) return false;
  // Breaker: one probe at a time.
  return state.failures < BREAKER_AFTER || Object.keys(state.flights).length === 0;
}

function refresh(state: SyncState, now: number): Start | null {
  if (state.session !== 'refreshing' || state.flights.session) return null;
  return {
    lane: 'session',
    effect: { kind: 'refresh', since: state.refusedAt },
    flight: { kind: 'refresh', workspaceId: '', since: now, heard: 0, tookPull: false },
  };
}

function push(state: SyncState, now: number): Start | null {
  if (state.session !== 'in' || state.flights.push) return null;
  const ws = inOrder(state).find((one) => one.pushWanted && ready(one, one.pushHold, now));
  if (ws === undefined) return null;
  return {
    lane: 'push',
    effect: { kind: 'push', workspaceId: ws.id, limit: ws.batch, hollow: ws.hollow },
    flight: { kind: 'push', workspaceId: ws.id, since: now, heard: ws.heard, tookPull: ws.pullWanted },
  };
}

function pull(state: SyncState, now: number): Start | null {
  if (state.session !== 'in' || state.flights.pull || state.active === null) return null;
  const ws = state.workspaces[state.active];
  return ws && wantsPull(state, ws) && ready(ws, ws.pullHold, now) ? pullOf(ws, 'pull', now) : null;
}

function other(state: SyncState, now: number): Start | null {
  if (state.session !== 'in' || state.flights.other) return null;
  const others = Object.values(state.workspaces).filter((ws) => ws.id !== state.active);
  const ws = others.find((one) => wantsPull(state, one) && ready(one, one.pullHold, now));
  if (ws) return pullOf(ws, 'other', now);
  const due = inOrder(state).find(
    (one) => now >= one.digestAt && !isBehind(one) && ready(one, one.pullHold, now),
  );
  if (due === undefined) return null;
  return {
    lane: 'other',
    effect: { kind: 'digest', workspaceId: due.id },
    flight: { kind: 'digest', workspaceId: due.id, since: now, heard: due.heard, tookPull: false },
  };
}

const pullOf = (ws: WorkspaceSync, lane: 'pull' | 'other', now: number): Start => ({
  lane,
  effect: { kind: 'pull', workspaceId: ws.id, lane, heard: ws.heard },
  flight: { kind: 'pull', workspaceId: ws.id, since: now, heard: ws.heard, tookPull: false },
});

const isBehind = (ws: WorkspaceSync): boolean => ws.heard > ws.head;

/** A push of the same workspace under way answers as a pull does (PU7): the pull waits for it, never the push. */
function wantsPull(state: SyncState, ws: WorkspaceSync): boolean {
  if (!ws.pullWanted && !isBehind(ws)) return false;
  return !Object.values(state.flights).some(
    (flight) => flight.workspaceId === ws.id && flight.kind !== 'digest',
  );
}

const ready = (ws: WorkspaceSync, hold: Hold, now: number): boolean => !ws.busy && now >= hold.notBefore;

/** The workspace on screen first. */
function inOrder(state: SyncState): WorkspaceSync[] {
  const all = Object.values(state.workspaces);
  return [...all.filter((ws) => ws.id === state.active), ...all.filter((ws) => ws.id !== state.active)];
}

function taken(state: SyncState, { lane, flight }: Start): SyncState {
  const next = { ...state, flights: { ...state.flights, [lane]: flight } };
  const ws = next.workspaces[flight.workspaceId];
  if (ws === undefined) return next;
  const started: WorkspaceSync =
    flight.kind === 'push'
      ? { ...ws, pushWanted: false, pullWanted: false }
      : flight.kind === 'pull'
        ? { ...ws, pullWanted: false }
        : { ...ws, digestAt: flight.since + DIGEST_EVERY, comparedAt: flight.since };
  return { ...next, workspaces: { ...next.workspaces, [ws.id]: started } };
}

/** Looks that fall due: while visible only; a pull in flight or a good answer moves them on. */
function pollsDue(state: SyncState, now: number): SyncState {
  if (!state.visible || state.session !== 'in') return state;
  const workspaces = Object.fromEntries(
    Object.entries(state.workspaces).map(([id, ws]) =>
      now < ws.pollAt ? [id, ws] : [id, { ...ws, pullWanted: true, pollAt: now + pollEvery(state, id) }],
    ),
  );
  return { ...state, workspaces };
}

function pollEvery(state: SyncState, id: string): number {
  if (id === state.active) return state.streamAlive ? POLL.alive : POLL.silent;
  return state.streamAlive ? POLL.othersAlive : POLL.others;
}

/** The next moment at which time alone lets something start. */
function nextWake(state: SyncState, now: number): number | null {
  if (state.session === 'out') return null;
  const times: number[] = [];
  const network = Math.max(state.notBefore, state.bucket.tokens < 1 ? now + BUCKET.refillMs : 0);
  if (state.session === 'refreshing') times.push(network);
  else
    for (const ws of Object.values(state.workspaces)) {
      if (ws.busy) continue;
      if (ws.pushWanted) times.push(Math.max(network, ws.pushHold.notBefore));
      if (ws.pullWanted || isBehind(ws)) times.push(Math.max(network, ws.pullHold.notBefore));
      if (state.visible) times.push(ws.pollAt);
      times.push(Math.max(network, ws.digestAt, ws.pullHold.notBefore));
    }
  // What is wanted now and not started waits for a flight's answer, which plans anew.
  const later = times.filter((at) => at > now && Number.isFinite(at));
  return later.length === 0 ? null : Math.min(...later);
}
