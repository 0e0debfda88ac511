/**
 * Performs what the machine decides, in the one syncing place. It holds no truth: entries are read from the store
 * for each push, or come with the word that they were just written, and an engine that stops at any moment leaves
 * nothing half done. Two at once are harmless (CL6).
 */
import type { Leaving } from '../db/leaving';
import type { SyncDeps } from './engine-deps';
import { step } from './machine';
import {
  type Answer,
  type Effect,
  initialState,
  type Lane,
  type SyncEvent,
  type SyncState,
} from './machine-state';
import { pull } from './pull';
import type { PullAhead } from './pull-ahead';
import { push } from './push';

type Without<T> = T extends unknown ? Omit<T, 'now' | 'roll'> : never;
export type EngineEvent = Without<Exclude<SyncEvent, { kind: 'answered' | 'mended' | 'timer' }>>;

/** What the machine asks of others than the store and the network. */
export interface EngineListener {
  /** After every step. */
  readonly stepped: (state: SyncState) => void;
  readonly needsUpdate: () => void;
  readonly left: (workspaceId: string) => void;
  /** The store refused: why, for the words on screen. The work is tried again. */
  readonly storeFailed: (error: unknown) => void;
}

export interface Engine {
  readonly state: () => SyncState;
  /** `leaving`: of a write, for the push that it sets going by this very call, if it does. */
  handle(event: EngineEvent, leaving?: Leaving): void;
  /** Ends what is under way; nothing in flight touches the store after it resolves (CL11, H64). */
  stop(): Promise<void>;
}

export function createEngine(deps: SyncDeps, listener: EngineListener): Engine {
  let state = initialState(deps.now());
  const stopped = new AbortController();
  const ahead: PullAhead = new Map();
  const underWay = new Set<Promise<void>>();
  const alarm = deps.createAlarm(() => run({ kind: 'timer' }));

  function run(event: Without<SyncEvent>, leaving?: Leaving): void {
    if (stopped.signal.aborted) return;
    const next = step(state, { ...event, now: deps.now(), roll: deps.random() } as SyncEvent);
    state = next.state;
    for (const effect of next.effects) perform(effect, leaving);
    listener.stepped(state);
  }

  function perform(effect: Effect, leaving?: Leaving): void {
    switch (effect.kind) {
      case 'wake':
        alarm.set(effect.at === null ? null : effect.at - deps.now());
        break;
      case 'push':
        ask(
          'push',
          push(deps, effect.workspaceId, {
            ...effect,
            signal: stopped.signal,
            leaving: leaving?.workspaceId === effect.workspaceId ? leaving : undefined,
          }),
        );
        break;
      case 'pull':
        ask(effect.lane, pull(deps, effect.workspaceId, { ...effect, signal: stopped.signal, ahead }));
        break;
      case 'digest':
        ask('other', deps.digest(effect.workspaceId, stopped.signal));
        break;
      case 'refresh':
        ask('session', deps.refresh(effect.since, stopped.signal));
        break;
      case 'renumber':
        rework(effect.workspaceId, deps.core.renumber(effect.workspaceId, effect.lost), () =>
          run({ kind: 'mended', workspaceId: effect.workspaceId, ok: true }),
        );
        break;
      case 'note-try':
        follow(deps.core.noteTry(effect.workspaceId));
        break;
      case 'leave':
        rework(effect.workspaceId, deps.core.leave(effect.workspaceId), () =>
          listener.left(effect.workspaceId),
        );
        break;
      case 'needs-update':
        listener.needsUpdate();
        break;
    }
  }

  /** A request's answer goes back into the machine; a store that throws is trouble of that lane alone. */
  function ask(lane: Lane, request: Promise<Answer>): void {
    follow(
      request.then(
        (answer) => run({ kind: 'answered', lane, answer }),
        (error: unknown) => {
          listener.storeFailed(error);
          run({ kind: 'answered', lane, answer: { kind: 'stuck' } });
        },
      ),
    );
  }

  /** A transaction over the whole workspace, which is busy until it is through or the store refused it. */
  function rework(workspaceId: string, work: Promise<void>, then: () => void): void {
    follow(
      work.then(then, (error: unknown) => {
        listener.storeFailed(error);
        run({ kind: 'mended', workspaceId, ok: false });
      }),
    );
  }

  function follow(work: Promise<void>): void {
    const one = work.catch(listener.storeFailed).finally(() => underWay.delete(one));
    underWay.add(one);
  }

  return {
    state: () => state,
    handle: run,
    async stop() {
      stopped.abort();
      alarm.set(null);
      await Promise.all(underWay);
    },
  };
}
