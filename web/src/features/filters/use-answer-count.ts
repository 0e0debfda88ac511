/** How many open tasks answer a saved question; null while that is not known, or costs too much to count. */
import { useMemo, useRef } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { useListCount, useSearchHolds } from '../search/use-list-answer';
import { useDirectory } from '../tasks/directory';
import { liveAnswerCount } from './queries';
import { readQuery } from './query';

export function useAnswerCount(words: string): number | null {
  const { workspaceId } = useActionContext();
  const { today, me } = useDirectory();
  // Search counts in its own thread: nothing that is counted stands before a write's own rows.
  const holds = useSearchHolds();
  const query = useMemo(() => readQuery(words), [words]);
  const inMemory = useListCount(holds && query ? { query, asking: { today, me }, closedToo: false } : null);
  const stored = useLive(
    (read) => (holds ? Promise.resolve(null) : liveAnswerCount(workspaceId, words, { today, me })(read)),
    [holds, workspaceId, words, today, me],
    'beside',
  );
  const count = holds ? inMemory : stored.state === 'ready' ? stored.value : null;
  const last = useRef(count);
  if (count !== null) last.current = count;
  return last.current;
}
