/**
 * A single run of the engine without a page: until it rests, or until it makes no headway. For the worker's wake-up
 * with the app closed (CL6, CL7); whatever is left stays in the outbox.
 */
import { createEngine } from './engine';
import type { SyncDeps } from './engine-deps';
import { isIdle } from './machine';
import type { SyncState } from './machine-state';

/** Browsers end a background wake-up after some minutes. */
const LONGEST = 120_000;

export async function runOnce(
  deps: Omit<SyncDeps, 'took' | 'heardBuild'>,
  workspaceIds: readonly string[],
): Promise<'rests' | 'stopped'> {
  let finish: (how: 'rests' | 'stopped') => void = () => undefined;
  const finished = new Promise<'rests' | 'stopped'>((resolve) => {
    finish = resolve;
  });
  const limit = deps.createAlarm(() => finish('stopped'));
  limit.set(LONGEST);
  const engine = createEngine(
    { ...deps, took: () => undefined, heardBuild: () => undefined },
    {
      stepped(state) {
        if (Object.keys(state.workspaces).length === 0) return;
        if (isIdle(state)) finish('rests');
        else if (isStuck(state)) finish('stopped');
      },
      needsUpdate: () => finish('stopped'),
      left: () => undefined,
      storeFailed: () => finish('stopped'),
    },
  );
  engine.handle({ kind: 'hidden' });
  engine.handle({ kind: 'workspaces', ids: workspaceIds, active: null, digested: {} });
  const how = await finished;
  limit.set(null);
  await engine.stop();
  return how;
}

/** Failures are the next wake-up's business: the worker does not sit through a backoff. */
const isStuck = (state: SyncState): boolean =>
  state.session === 'out' ||
  state.failures > 0 ||
  (Object.keys(state.flights).length === 0 && !Object.values(state.workspaces).some((ws) => ws.busy));
