/** What search's memory answers to a saved question, and answers anew whenever the tasks have changed. */
import { useEffect, useState } from 'react';
import type { ListAnswer, ListQuestion } from './list-answer';
import { useSearch } from './search-here';
import { useSearchState } from './use-answer';

/** Search holds every task and answers: a question asked now needs no row from the database. */
export function useSearchHolds(): boolean {
  const search = useSearch();
  const state = useSearchState();
  return search !== null && !state.failed && state.ready;
}

/** Null until it has answered this question; null asks nothing. */
export function useListAnswer(question: ListQuestion | null): ListAnswer | null {
  const search = useSearch();
  const state = useSearchState();
  const key = question && JSON.stringify(question);
  const [answered, setAnswered] = useState<{ key: string; answer: ListAnswer } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the question is; another state of the index is another answer
  useEffect(() => {
    if (search === null || question === null || key === null) return;
    let current = true;
    void search.list(question).then((answer) => {
      if (current && answer) setAnswered({ key, answer });
    });
    return () => {
      current = false;
    };
  }, [search, state, key]);
  return answered?.key === key ? answered.answer : null;
}
