/**
 * Pushes that wait share a commit (spec PU4, H29, decision 071). A few transactions run at once; what arrives meanwhile
 * queues, and the next one takes several, of whatever workspaces, each on behalf of its own account. Those of one
 * workspace follow each other, and are never in two transactions at once. Each gets its own result; where the shared
 * transaction fails, or waits too long for a lock, each runs again by itself, and where that fails, too, aside: nobody fails
 * or waits for another's sake. The failure is reported: everybody is answered, and without it nobody would see that
 * sharing never works.
 *
 * Nothing here is state that matters: another process's pushes meet these at the workspace's lock.
 */
import type { GroupingStore, Scope, ServerStore, ServerTransaction } from './server-store';

/** More in one transaction would make the last of them wait too long for the first one's sake. */
const MOST = 16;

/** Shared ones at a time: two keep two processors busy, one more is there while another waits for the disk or a lock. */
const SHARED = 3;

/** Aside, without a limit to their waiting: so few that whatever they wait for, pulls and sign-ins find a connection. */
const ASIDE = 4;

interface Waiting {
  readonly scope: Scope;
  /** With whom it may run: whoever waits, by itself, or by itself and however long it takes. */
  readonly company: 'any' | 'none' | 'aside';
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

/**
 * @param isAway of an error: the storage is away, which is nobody's fault and would be the same for each alone. All are told
 *   at once; tried one after the other, each would wait as long again for a connection.
 */
export function groupCommits(
  store: GroupingStore,
  report: (failure: SharedFailure) => void,
  isAway: (error: unknown) => boolean = () => false,
): ServerStore {
  /** In order of arrival. */
  let waiting: Waiting[] = [];
  /** Workspaces that a transaction is under way for. */
  const busy = new Set<string>();
  let shared = 0;
  let aside = 0;

  /** The longest waiting ones that may go now: of one workspace nobody passes another. */
  const take = (company: Waiting['company'], most: number): Waiting[] => {
    const group: Waiting[] = [];
    const passed = new Set(busy);
    waiting = waiting.filter((one) => {
      const { workspaceId } = one.scope;
      if (group.length < most && one.company === company && !passed.has(workspaceId)) {
        group.push(one);
        return false;
      }
      passed.add(workspaceId);
      return true;
    });
    for (const { scope } of group) busy.add(scope.workspaceId);
    return group;
  };

  const share = async (group: readonly Waiting[]): Promise<void> => {
    const results = await store.together(group).catch((error: unknown) => ({ error }));
    for (const { scope } of group) busy.delete(scope.workspaceId);
    shared -= 1;
    if ('error' in results && isAway(results.error)) {
      startNext();
      for (const { failed } of group) failed(results.error);
      return;
    }
    if ('error' in results) {
      const company = group.length > 1 ? 'none' : 'aside';
      // They came before all that wait.
      waiting = [...group.map((one) => ({ ...one, company }) as const), ...waiting];
      startNext();
      const workspaceIds = [...new Set(group.map(({ scope }) => scope.workspaceId))];
      if (group.length > 1) report({ workspaceIds, pushes: group.length, error: results.error });
      return;
    }
    startNext();
    for (const [index, { done }] of group.entries()) done(results[index]);
  };

  const runAside = async ({ scope, work, done, failed }: Waiting): Promise<void> => {
    await store.transaction(scope, work).then(done, failed);
    busy.delete(scope.workspaceId);
    aside -= 1;
    startNext();
  };

  const startNext = (): void => {
    while (shared < SHARED) {
      const [again] = take('none', 1);
      const group = again ? [again] : take('any', MOST);
      if (group.length === 0) break;
      shared += 1;
      void share(group);
    }
    while (aside < ASIDE) {
      const [one] = take('aside', 1);
      if (!one) break;
      aside += 1;
      void runAside(one);
    }
  };

  return {
    transaction<T>(scope: Scope, work: (tx: ServerTransaction) => Promise<T>): Promise<T> {
      if (scope.mode === 'snapshot') return store.transaction(scope, work);
      return new Promise<T>((resolve, failed) => {
        const company = scope.isAlone ? 'aside' : 'any';
        waiting.push({ scope, company, work, done: (result) => resolve(result as T), failed });
        startNext();
      });
    },
  };
}
