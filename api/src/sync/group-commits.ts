/**
 * Pushes that wait on one workspace share a commit (spec PU4, H29). While one runs, those that arrive queue; the next
 * transaction takes several, one after the other, each on behalf of its own account. Each gets its own result; where the
 * shared transaction fails, each runs again alone, so that nobody fails for another's sake, and the failure is reported:
 * everybody is answered, and without the report nobody would see that sharing never works.
 *
 * Nothing here is state that matters: another process's pushes meet these at the workspace's lock.
 */
import type { GroupingStore, Scope, ServerStore, ServerTransaction } from './server-store';

/** More in one transaction would make the last of them wait too long for the first one's sake. */
const MOST = 16;

interface Waiting {
  readonly scope: Scope;
  readonly work: (tx: ServerTransaction) => Promise<unknown>;
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/** Why a shared transaction failed. The error may quote somebody's text: it is described before it is logged. */
export interface SharedFailure {
  readonly workspaceId: string;
  readonly pushes: number;
  readonly error: unknown;
}

export function groupCommits(store: GroupingStore, report: (failure: SharedFailure) => void): ServerStore {
  /** By workspace, while a transaction of it runs. */
  const lanes = new Map<string, Waiting[]>();

  const runAlone = ({ scope, work, done, failed }: Waiting): Promise<void> =>
    store.transaction(scope, work).then(done, failed);

  const runTogether = async (workspaceId: string, group: readonly Waiting[]): Promise<void> => {
    const results = await store.together(group).catch((error: unknown) => {
      report({ workspaceId, pushes: group.length, error });
      return null;
    });
    if (results) for (const [index, { done }] of group.entries()) done(results[index]);
    else await Promise.all(group.map(runAlone));
  };

  const drain = async (workspaceId: string, lane: Waiting[]): Promise<void> => {
    for (let group = lane.splice(0, MOST); group.length > 0; group = lane.splice(0, MOST)) {
      const [only, ...others] = group;
      if (only && others.length === 0) await runAlone(only);
      else await runTogether(workspaceId, group);
    }
    lanes.delete(workspaceId);
  };

  return {
    transaction<T>(scope: Scope, work: (tx: ServerTransaction) => Promise<T>): Promise<T> {
      if (scope.mode === 'snapshot') return store.transaction(scope, work);
      return new Promise<T>((resolve, failed) => {
        const waiting: Waiting = { scope, work, done: (result) => resolve(result as T), failed };
        const lane = lanes.get(scope.workspaceId);
        if (lane) {
          lane.push(waiting);
          return;
        }
        const started = [waiting];
        lanes.set(scope.workspaceId, started);
        void drain(scope.workspaceId, started);
      });
    },
  };
}
