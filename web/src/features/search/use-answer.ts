/** The answer to what is asked, and to the same again whenever the tasks have changed. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SearchState } from './search-client';
import { useSearch } from './search-here';
import type { SearchAnswer, SearchQuestion } from './search-protocol';

const NOT_YET: SearchState = { failed: false, ready: false, tasks: 0 };
const never = () => () => undefined;

export function useSearchState(): SearchState {
  const search = useSearch();
  return useSyncExternalStore(search?.subscribe ?? never, search?.state ?? (() => NOT_YET));
}

export interface Answered {
  readonly words: string;
  readonly answer: SearchAnswer;
}

/** The last answer stays until the next one is there; null while nothing is asked. */
export function useAnswer({ words, doneToo, me, limit }: SearchQuestion): Answered | null {
  const search = useSearch();
  const state = useSearchState();
  const [answered, setAnswered] = useState<Answered | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state of the index is another answer
  useEffect(() => {
    if (search === null || words.trim() === '') return setAnswered(null);
    let current = true;
    void search.ask({ words, doneToo, me, limit }).then((answer) => {
      if (current && answer) setAnswered({ words, answer });
    });
    return () => {
      current = false;
    };
  }, [search, state, words, doneToo, me, limit]);
  return answered;
}

/** Asks before the screen has taken in what was typed: the worker looks while the page paints. */
export function useAskAhead(): (question: SearchQuestion) => void {
  const search = useSearch();
  return (question) => {
    if (question.words.trim() !== '') void search?.ask(question);
  };
}
