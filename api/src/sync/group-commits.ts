/**
 * Pushes that wait share a commit (spec PU4, H29). A few transactions run at once; what arrives meanwhile queues, and the
 * next transaction takes several, of whatever workspaces, each on behalf of its own account. Those of one workspace
 * follow each other, and are never in two transactions at once. Each gets its own result; where the shared transaction
 * fails, each runs again alone, so that nobody fails for another's sake, and the failure is reported: everybody is
 * answered, and without the report nobody would see that sharing never works.
 *
 * Nothing here is state that matters: another process's pushes meet these at the workspace's lock.
 */
import type { GroupingStore, Scope, ServerStore, ServerTransaction } from './server-store';

/** More in one transaction would make the last of them wait too long for the first one's sake. */
const MOST = 16;

/**
 * Two keep two processors busy, one more is there while another waits for a lock. With a transaction for each push, server
 * and database find nothing of theirs in the processor's cache any more (decision 166).
 */
const AT_ONCE = 3;

interface Waiting {
  readonly scope: Scope;
  readonly work: (tx: ServerTransaction) => Promise<unknown>;
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/** Why a shared transaction failed. The error may quote somebody's text: it is described before it is logged. */
export interface SharedFailure {
  readonly workspaceIds: readonly string[];
  readonly pushes: number;
  readonly error: unknown;
}

export function groupCommits(store: GroupingStore, report: (failure: SharedFailure) => void): ServerStore {
  let waiting: Waiting[] = [];
  /** Workspaces that a transaction is under way for. */
  const busy = new Set<string>();
  let running = 0;

  const runAlone = ({ scope, work, done, failed }: Waiting): Promise<void> =>
    store.transaction(scope, work).then(done, failed);

  const runTogether = async (group: readonly Waiting[], workspaceIds: readonly string[]): Promise<void> => {
    const results = await store.together(group).catch((error: unknown) => {
      report({ workspaceIds, pushes: group.length, error });
      return null;
    });
    if (results) for (const [index, { done }] of group.entries()) done(results[index]);
    else await Promise.all(group.map(runAlone));
  };

  const run = async (group: readonly Waiting[]): Promise<void> => {
    const workspaceIds = [...new Set(group.map(({ scope }) => scope.workspaceId))];
    running += 1;
    for (const id of workspaceIds) busy.add(id);
    const [only, ...others] = group;
    if (only && others.length === 0) await runAlone(only);
    else await runTogether(group, workspaceIds);
    for (const id of workspaceIds) busy.delete(id);
    running -= 1;
    startNext();
  };

  const startNext = (): void => {
    while (running < AT_ONCE) {
      const { group, others } = nextOf(waiting, busy);
      if (group.length === 0) return;
      waiting = others;
      void run(group);
    }
  };

  return {
    transaction<T>(scope: Scope, work: (tx: ServerTransaction) => Promise<T>): Promise<T> {
      if (scope.mode === 'snapshot') return store.transaction(scope, work);
      return new Promise<T>((resolve, failed) => {
        waiting.push({ scope, work, done: (result) => resolve(result as T), failed });
        startNext();
      });
    },
  };
}

/** The longest waiting ones that may go now. Of one workspace nobody passes another; one that is large goes by itself. */
function nextOf(
  waiting: readonly Waiting[],
  busy: ReadonlySet<string>,
): { readonly group: Waiting[]; readonly others: Waiting[] } {
  const group: Waiting[] = [];
  const others: Waiting[] = [];
  const passed = new Set(busy);
  let isFull = false;
  for (const one of waiting) {
    const { workspaceId, isLarge } = one.scope;
    if (isFull || passed.has(workspaceId) || (isLarge && group.length > 0)) {
      others.push(one);
      passed.add(workspaceId);
    } else {
      group.push(one);
      isFull = isLarge === true || group.length === MOST;
    }
  }
  return { group, others };
}
