/** What an answer changes (CL8). Every status leaves the outbox as it is: only results settle entries (CL4, H07). */
import { BACKOFF, BREAKER_AFTER, backoffDelay, delayAfter } from './backoff';
import {
  type Answer,
  change,
  type Flight,
  FREE,
  FULL_BATCH,
  type Hold,
  type Lane,
  type Step,
  type SyncState,
  type WorkspaceSync,
} from './machine-state';

type Done = Extract<Answer, { kind: 'done' }>;
type Compared = Extract<Answer, { kind: 'compared' }>;
type Refused = Extract<Answer, { kind: 'refused' }>;
interface Dice {
  readonly now: number;
  readonly roll: number;
}

/** A read-only workspace is asked again after this. */
const ASK_UNKNOWN_AGAIN = 3_600_000;
/** After a reset too, a workspace is compared at most this often. */
const COMPARE_AT_MOST = 3_600_000;
/** Renumberings and refreshes in a row that are followed up at once; after further ones we wait. */
const AT_ONCE = 1;

export function answered(before: SyncState, lane: Lane, answer: Answer, dice: Dice): Step {
  const flight = before.flights[lane];
  if (flight === undefined) return { state: before, effects: [] };
  const { [lane]: _landed, ...flights } = before.flights;
  const state = { ...before, flights };

  switch (answer.kind) {
    case 'nothing':
      return still(
        flight.tookPull ? change(state, flight.workspaceId, (ws) => ({ ...ws, pullWanted: true })) : state,
      );
    case 'done':
      return still(done(state, flight, answer, dice));
    case 'compared':
      return still(compared(state, flight, answer, dice));
    case 'misses-numbers':
      return renumber(reached(wantAgain(state, flight, dice), dice.now), flight, true, dice);
    case 'stuck':
      return still(heldBack(wantAgain(state, flight, dice), flight, dice));
    case 'unreachable':
      return still(lost(wantAgain(state, flight, dice), 'unreachable', null, dice));
    case 'refreshed':
      return still(refreshed(state, dice));
    case 'signed-out':
      return still({ ...state, session: 'out' });
    case 'refused':
      return refused(wantAgain(state, flight, dice), flight, answer, dice);
  }
}

const still = (state: SyncState): Step => ({ state, effects: [] });

/** The network lets through again. */
export const goneOn = (state: SyncState): SyncState => ({
  ...state,
  failures: 0,
  notBefore: 0,
  told: false,
  trouble: state.trouble === 'upgrade' ? 'upgrade' : null,
});

/** The server was reached and spoke our language. */
const reached = (state: SyncState, now: number): SyncState => ({
  ...goneOn(state),
  trouble: null,
  lastGoodAt: now,
});

function done(state: SyncState, flight: Flight, answer: Done, dice: Dice): SyncState {
  const { version, more, reset, waiting, settled, older = false } = answer;
  return change({ ...reached(state, dice.now), refreshes: 0 }, flight.workspaceId, (ws) => {
    const complete = !more && !answer.refusedRows && !older;
    // What moved the cursor meanwhile may not reach as far as the page that was dropped.
    const rest = older ? version > ws.head : !complete;
    // What was heard before the request left is in the answer, whatever number it had (a restored server's is lower).
    const heard = ws.heard > (answer.heard ?? flight.heard) ? ws.heard : version;
    const next: WorkspaceSync = {
      ...ws,
      access: 'open',
      // A reset may have put back what was acknowledged lately (PL4).
      pushWanted: ws.pushWanted || waiting > 0,
      pullWanted: ws.pullWanted || rest,
      head: complete ? version : reset ? -1 : ws.head,
      heard: complete ? heard : ws.heard,
      // A server that starts anew with each answer is compared once an hour, not each time.
      digestAt: reset ? Math.max(dice.now, ws.comparedAt + COMPARE_AT_MOST) : ws.digestAt,
      pullHold: answer.refusedRows ? longer(ws.pullHold, dice) : FREE,
    };
    // More to do and nothing moved: never asked again at once.
    if (flight.kind === 'pull')
      return rest && !answer.moved ? { ...next, pullHold: longer(ws.pullHold, dice) } : next;
    return {
      ...next,
      pushHold: settled || waiting === 0 ? FREE : longer(ws.pushHold, dice),
      hollow: null,
      batch: settled ? Math.min(FULL_BATCH, ws.batch * 2) : ws.batch,
    };
  });
}

/** Digests differ: the workspace is read anew, at its own pace (DG1). Gone on meanwhile: once more when this device is there. */
function compared(state: SyncState, flight: Flight, { result }: Compared, dice: Dice): SyncState {
  return change(reached(state, dice.now), flight.workspaceId, (ws) => {
    if (result === 'moved') return { ...compareLater(ws, dice), pullWanted: true };
    const judged = { ...ws, digestTries: 0 };
    return result === 'differs' ? { ...judged, head: -1, pullWanted: true } : judged;
  });
}

/** A comparison is not put off for a day because one answer was lost, nor asked for again at once. */
const compareLater = (ws: WorkspaceSync, { now, roll }: Dice): WorkspaceSync => ({
  ...ws,
  digestTries: ws.digestTries + 1,
  digestAt: now + backoffDelay(ws.digestTries + 1, roll),
});

function refreshed(state: SyncState, { now, roll }: Dice): SyncState {
  const refreshes = state.refreshes + 1;
  const next: SyncState = { ...reached(state, now), session: 'in', refreshes, refreshedAt: now };
  // A session that is refused right after it was renewed: the server's trouble, not a reason to hurry.
  return refreshes > AT_ONCE ? { ...next, notBefore: now + backoffDelay(refreshes, roll) } : next;
}

function refused(state: SyncState, flight: Flight, answer: Refused, dice: Dice): Step {
  const { status, code } = answer;
  const id = flight.workspaceId;
  if (status === 401) return unauthenticated(state, flight, dice);
  if (status === 409 && code === 'other_account') return still({ ...state, session: 'out' });
  if (status === 426)
    return { state: lost(state, 'upgrade', answer.retryAfterMs, dice), effects: [{ kind: 'needs-update' }] };
  if (status === 429 || status >= 500 || flight.kind === 'refresh')
    return still(lost(state, 'server', answer.retryAfterMs, dice));

  // From here on the server said no to this workspace or to this request alone.
  const known = reached(state, dice.now);
  if (status === 403 && code === 'removed')
    return {
      // It goes with the next `workspaces`; the holds stand for the case that the store refuses to let it go.
      state: change(known, id, (ws) => ({
        ...ws,
        busy: true,
        pushHold: longer(ws.pushHold, dice),
        pullHold: longer(ws.pullHold, dice),
      })),
      effects: [{ kind: 'leave', workspaceId: id }],
    };
  if (status === 404 && code === 'unknown_workspace') return still(unknown(known, id, dice.now));
  if (flight.kind !== 'digest' && status === 409 && (code === 'device_forked' || code === 'gap'))
    return renumber(known, flight, code === 'gap', dice);
  if (flight.kind === 'push' && (status === 400 || status === 413)) return tooMuch(known, id, answer, dice);
  return still(heldBack(known, flight, dice));
}

/**
 * One refresh for all; an answer to what left before the last one says nothing new. A clock that went back since makes
 * every request look older than that: then it is asked again, or a refused session would be hammered for as long.
 */
function unauthenticated(state: SyncState, flight: Flight, { now }: Dice): Step {
  if (flight.kind === 'refresh') return still({ ...state, session: 'out' });
  const isOld = flight.since < state.refreshedAt && state.refreshedAt <= now;
  if (state.session !== 'in' || isOld) return still(state);
  return still({ ...state, session: 'refreshing', refusedAt: flight.since });
}

function unknown(state: SyncState, id: string, now: number): SyncState {
  const hold: Hold = { failures: 0, notBefore: now + ASK_UNKNOWN_AGAIN };
  return change(state, id, (ws) => ({ ...ws, access: 'unknown', pushHold: hold, pullHold: hold }));
}

/** What asked waits, should renumbering not help: the first time it is followed up at once. */
function renumber(state: SyncState, flight: Flight, lost: boolean, dice: Dice): Step {
  const held = (before: Hold): Hold => {
    const hold = longer(before, dice);
    return hold.failures > AT_ONCE ? hold : { ...hold, notBefore: 0 };
  };
  const id = flight.workspaceId;
  return {
    state: change(state, id, (ws) => ({
      ...ws,
      busy: true,
      ...(flight.kind === 'push' ? { pushHold: held(ws.pushHold) } : { pullHold: held(ws.pullHold) }),
    })),
    effects: [{ kind: 'renumber', workspaceId: id, lost }],
  };
}

/** PU6: half the batch; one alone that is too large goes without its ops; one alone that is broken is tried on. */
function tooMuch(state: SyncState, id: string, answer: Refused, dice: Dice): Step {
  if (answer.sent > 1)
    return still(change(state, id, (ws) => ({ ...ws, batch: Math.max(1, Math.floor(answer.sent / 2)) })));
  const alone = change(state, id, (ws) => ({ ...ws, batch: 1 }));
  const { alone: mutationId } = answer;
  if (answer.status === 413 && mutationId !== undefined && state.workspaces[id]?.hollow !== mutationId)
    return still(change(alone, id, (ws) => ({ ...ws, hollow: mutationId })));
  return {
    state: change(alone, id, (ws) => ({ ...ws, pushHold: longer(ws.pushHold, dice) })),
    effects: [{ kind: 'note-try', workspaceId: id }],
  };
}

/** What did not come through is wanted as before. */
function wantAgain(state: SyncState, flight: Flight, dice: Dice): SyncState {
  if (flight.kind === 'digest') return change(state, flight.workspaceId, (ws) => compareLater(ws, dice));
  if (flight.kind === 'pull') return change(state, flight.workspaceId, (ws) => ({ ...ws, pullWanted: true }));
  if (flight.kind !== 'push') return state;
  return change(state, flight.workspaceId, (ws) => ({
    ...ws,
    pushWanted: true,
    pullWanted: ws.pullWanted || flight.tookPull,
  }));
}

function heldBack(state: SyncState, flight: Flight, dice: Dice): SyncState {
  // A comparison has a pace of its own: no pull waits for it.
  if (flight.kind === 'digest') return state;
  return change(state, flight.workspaceId, (ws) =>
    flight.kind === 'push'
      ? { ...ws, pushHold: longer(ws.pushHold, dice) }
      : { ...ws, pullHold: longer(ws.pullHold, dice) },
  );
}

function longer(hold: Hold, { now, roll }: Dice): Hold {
  const failures = hold.failures + 1;
  return { failures, notBefore: now + backoffDelay(failures, roll) };
}

function lost(
  state: SyncState,
  trouble: 'unreachable' | 'server' | 'upgrade',
  retryAfterMs: number | null,
  { now, roll }: Dice,
): SyncState {
  const failures = trouble === 'upgrade' ? Math.max(BREAKER_AFTER, state.failures + 1) : state.failures + 1;
  // A server that speaks, if only of its trouble, is left in peace; one that is not reached costs it nothing.
  const inSight = state.visible && trouble === 'unreachable';
  const longest = inSight ? BACKOFF.longestInSight : BACKOFF.longest;
  const until = now + delayAfter(failures, roll, retryAfterMs, longest);
  return {
    ...state,
    failures,
    // Two lanes fail together: the later word counts.
    notBefore: Math.max(state.notBefore, until),
    told: retryAfterMs !== null || (state.told && until <= state.notBefore),
    trouble: state.trouble === 'upgrade' ? 'upgrade' : trouble,
  };
}
