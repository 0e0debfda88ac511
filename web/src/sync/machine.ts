/**
 * The sync engine's decisions: pure, `(state, event) → {state, effects}`. It holds no entry, no row and no clock;
 * entries live in the outbox, and only a result takes one out of it (CL4), so that no state here can lose any.
 *
 *            401                       refresh says no
 *   [in] ─────────────────▶ [refreshing] ─────────────────▶ [signed out]
 *    ▲ ◀───────────────────────┘ refreshed                     │
 *    └──────────────────────────── signed-in ──────────────────┘
 *   While [in], what the network lets through:
 *
 *      ┌──────── any good answer ◀─────────────────┬────────────────────────────────┐
 *      ▼                                           │                                │
 *   [open] ── unreachable, 5xx, 429, 503 ──▶ [backing off] ── 5 in a row ──▶ [breaker: one probe at a time]
 *      │       online · visible · tap · hello: back to [open] at once ◀────────────┘
 *      └── 426 ──▶ [needs update]: as the breaker, until a good answer or a new build
 *
 *   And each lane of each workspace (CL9; a lane has one request in flight, and waits for no lower lane):
 *
 *      push:  [clean] ── wrote, start, online … ──▶ [wanted] ──▶ [in flight] ── rest left ──▶ [wanted]
 *                ▲                                                 │  400, 413: half the batch; one alone: PU6
 *                └───────────────── outbox empty ──────────────────┤  409 forked, gap: [renumbering] ──▶ [wanted]
 *      pull:  [clean] ── changed, tick, poll … ──▶ [wanted] ──▶ [in flight] ── more ──▶ [wanted]
 *      both:  403 removed: the workspace leaves · 404 unknown: [read only]
 *
 * A workspace's own trouble (a refusal, no progress, a row that does not parse) holds back that workspace alone.
 */
import { answered, goneOn } from './machine-answers';
import { DIGEST_EVERY, POLL, plan } from './machine-plan';
import {
  change,
  FREE,
  FULL_BATCH,
  type Step,
  type SyncEvent,
  type SyncState,
  type WorkspaceSync,
} from './machine-state';

/** The machine: what the event changes, then what may start now. */
export function step(before: SyncState, event: SyncEvent): Step {
  const { state, effects } = reduce(before, event);
  const next = plan(state, event.now);
  return { state: next.state, effects: [...effects, ...next.effects] };
}

function reduce(state: SyncState, event: SyncEvent): Step {
  switch (event.kind) {
    case 'workspaces':
      return still(withWorkspaces(state, event));
    case 'signed-in':
      return still(wantAll(goneOn({ ...state, session: 'in', refreshes: 0 })));
    case 'tap':
      return still(wantAll(goneOn(withOpenAccess(state))));
    case 'online':
      return still(wantAll(state.told ? state : goneOn(state)));
    case 'visible':
      return still(wantAll({ ...(state.told ? state : goneOn(state)), visible: true }));
    case 'hidden':
      return still({ ...state, visible: false });
    case 'doubt':
      return still(change(state, state.active ?? '', (ws) => ({ ...ws, pullWanted: true })));
    case 'wrote':
      return still(wantPush(state, event.workspaceId));
    case 'changed':
      return still(heard(state, event.workspaceId, event.version));
    case 'hello': {
      // The stream reached the server: so will a request.
      const open = { ...(state.told ? state : goneOn(state)), streamAlive: true };
      return still(Object.entries(event.heads).reduce((all, [id, version]) => heard(all, id, version), open));
    }
    case 'silent':
      return still(
        changeAll({ ...state, streamAlive: false }, (ws) => ({
          ...ws,
          pollAt: Math.min(ws.pollAt, event.now + POLL.silent),
        })),
      );
    case 'timer':
      return still(state);
    case 'compare':
      return still(change(state, event.workspaceId, (ws) => ({ ...ws, digestAt: event.now })));
    case 'mended':
      return still(
        change(state, event.workspaceId, (ws) => ({
          ...ws,
          busy: false,
          pushWanted: true,
          pushHold: event.ok ? ws.pushHold : { ...ws.pushHold, notBefore: event.now + 1_000 },
        })),
      );
    case 'answered':
      return answered(state, event.lane, event.answer, event);
  }
}

const still = (state: SyncState): Step => ({ state, effects: [] });

function changeAll(state: SyncState, how: (ws: WorkspaceSync) => WorkspaceSync): SyncState {
  return {
    ...state,
    workspaces: Object.fromEntries(Object.entries(state.workspaces).map(([id, ws]) => [id, how(ws)])),
  };
}

const wantAll = (state: SyncState): SyncState =>
  changeAll(state, (ws) => ({ ...ws, pushWanted: true, pullWanted: true }));

/** A write whose workspace is not known wants every outbox looked at. */
function wantPush(state: SyncState, id: string | null): SyncState {
  if (id === null) return changeAll(state, (ws) => ({ ...ws, pushWanted: true }));
  return change(state, id, (ws) => ({ ...ws, pushWanted: true }));
}

const heard = (state: SyncState, id: string, version: number): SyncState =>
  change(state, id, (ws) => ({ ...ws, heard: Math.max(ws.heard, version) }));

/** A person's tap asks a read-only workspace again. */
const withOpenAccess = (state: SyncState): SyncState =>
  changeAll(state, (ws) => ({ ...ws, access: 'open', pushHold: FREE, pullHold: FREE }));

function withWorkspaces(state: SyncState, event: Extract<SyncEvent, { kind: 'workspaces' }>): SyncState {
  const { ids, active, digested, now } = event;
  const workspaces = Object.fromEntries(
    ids.map((id) => {
      const known = state.workspaces[id] ?? newWorkspace(id, now, (digested[id] ?? now) + DIGEST_EVERY);
      // What comes on the screen is looked at now.
      return [id, id === active && state.active !== active ? { ...known, pullWanted: true } : known];
    }),
  );
  return { ...state, active, workspaces };
}

const newWorkspace = (id: string, now: number, digestAt: number): WorkspaceSync => ({
  id,
  pushWanted: true,
  pullWanted: true,
  heard: 0,
  head: -1,
  batch: FULL_BATCH,
  hollow: null,
  pushHold: FREE,
  pullHold: FREE,
  busy: false,
  access: 'open',
  digestAt,
  digestTries: 0,
  comparedAt: Number.NEGATIVE_INFINITY,
  pollAt: now,
});

/** Nothing under way, nothing wanted: what there is to do waits for an event. */
export const isIdle = (state: SyncState): boolean =>
  Object.keys(state.flights).length === 0 &&
  Object.values(state.workspaces).every(
    (ws) => !ws.pushWanted && !ws.pullWanted && ws.heard <= ws.head && !ws.busy,
  );
