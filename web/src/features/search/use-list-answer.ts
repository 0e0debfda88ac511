/** What search's memory answers to a saved question, and answers anew whenever the tasks have changed. */
import { useEffect, useState } from 'react';
import type { ListAnswer, ListQuestion } from './list-answer';
import type { Search } from './search-client';
import { useSearch } from './search-here';
import { useSearchState } from './use-answer';

/** Search holds every task and answers: a question asked now needs no row from the database. */
export function useSearchHolds(): boolean {
  const search = useSearch();
  const state = useSearchState();
  return search !== null && !state.failed && state.ready;
}

/** Null until it has answered this question; null asks nothing. */
export const useListAnswer = (question: ListQuestion | null): ListAnswer | null =>
  useAsked(question, (search, asked) => search.list(asked));

/** How many open tasks answer it; null until that is known. */
export const useListCount = (question: ListQuestion | null): number | null =>
  useAsked(question, (search, asked) => search.count(asked));

function useAsked<T>(
  question: ListQuestion | null,
  ask: (search: Search, question: ListQuestion) => Promise<T | null>,
): T | null {
  const search = useSearch();
  const state = useSearchState();
  const key = question && JSON.stringify(question);
  const [answered, setAnswered] = useState<{ key: string; answer: T } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the question is; another state of the index is another answer
  useEffect(() => {
    if (search === null || question === null || key === null) return;
    let current = true;
    void ask(search, question).then((answer) => {
      if (current && answer !== null) setAnswered({ key, answer });
    });
    return () => {
      current = false;
    };
  }, [search, state, key]);
  return answered?.key === key ? answered.answer : null;
}
