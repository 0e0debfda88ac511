/** What search's memory answers to a saved question, and answers anew whenever the tasks have changed. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { BESIDE_MS, type Turn } from '../../db/live';
import type { ListAnswer, ListQuestion } from './list-answer';
import type { Search } from './search-client';
import { useSearch } from './search-here';

/** Search holds every task and answers: a question asked now needs no row from the database. */
export function useSearchHolds(): boolean {
  const search = useSearch();
  return useSyncExternalStore(search?.subscribe ?? never, () => {
    const state = search?.state();
    return state !== undefined && !state.failed && state.ready;
  });
}

const never = () => () => undefined;

/** Null until it has answered this question; null asks nothing. */
export const useListAnswer = (question: ListQuestion | null): ListAnswer | null =>
  useAsked(question, 'first', (search, asked) => search.list(asked));

/** How many open tasks answer it; null until that is known. */
export const useListCount = (question: ListQuestion | null): number | null =>
  useAsked(question, 'beside', (search, asked) => search.count(asked));

/** Painted anew for an answer alone, not whenever the index has moved on. */
function useAsked<T>(
  question: ListQuestion | null,
  turn: Turn,
  ask: (search: Search, question: ListQuestion) => Promise<T | null>,
): T | null {
  const search = useSearch();
  const key = question && JSON.stringify(question);
  const [answered, setAnswered] = useState<{ key: string; answer: T } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the question is
  useEffect(() => {
    if (search === null || question === null || key === null) return;
    let current = true;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const askNow = () => {
      waiting = undefined;
      void ask(search, question).then((answer) => {
        if (current && answer !== null) setAnswered({ key, answer });
      });
    };
    askNow();
    const stop = search.subscribe(() => {
      if (turn === 'first') askNow();
      else waiting ??= setTimeout(askNow, BESIDE_MS);
    });
    return () => {
      current = false;
      clearTimeout(waiting);
      stop();
    };
  }, [search, turn, key]);
  return answered?.key === key ? answered.answer : null;
}
