/**
 * The page's side of search. One question is on its way at a time; of those asked meanwhile only the last is sent, so
 * that fast typing never queues up.
 */
import type { ListAnswer, ListQuestion } from './list-answer';
import type { FromWorker, IndexState, SearchAnswer, SearchQuestion, ToWorker } from './search-protocol';

export type SearchState = (IndexState & { readonly failed: false }) | { readonly failed: true };

export interface Search {
  /** Null where a later question took its place, or search ended. The same one again is asked once. */
  ask(question: SearchQuestion): Promise<SearchAnswer | null>;
  /** The tasks of a saved question; null where search failed or ended. Questions of several lists stand side by side. */
  list(question: ListQuestion): Promise<ListAnswer | null>;
  /** How many open tasks answer a saved question. */
  count(question: ListQuestion): Promise<number | null>;
  state(): SearchState;
  /** Called when the index has moved on. */
  subscribe(listener: () => void): () => void;
  end(): void;
}

/** A worker, or what stands for one in a test. */
export interface SearchPort {
  post(message: ToWorker): void;
  /** Both are set once, before anything is posted. */
  hear(heard: (message: FromWorker) => void, broke: () => void): void;
  end(): void;
}

interface Asked {
  readonly question: SearchQuestion;
  readonly answered: Promise<SearchAnswer | null>;
  readonly answer: (answer: SearchAnswer | null) => void;
}

export function createSearch(port: SearchPort, open: { database: string; workspaceId: string }): Search {
  let state: SearchState = { failed: false, ready: false, tasks: 0 };
  let asked: Asked | null = null;
  let next: Asked | null = null;
  let id = 0;
  let listId = 0;
  const lists = new Map<number, (answer: ListAnswer | null) => void>();
  const counts = new Map<number, (count: number | null) => void>();
  const listeners = new Set<() => void>();

  const become = (to: SearchState): void => {
    state = to;
    for (const listener of listeners) listener();
  };
  const send = (one: Asked): void => {
    asked = one;
    id += 1;
    port.post({ kind: 'ask', id, question: one.question });
  };
  const giveUp = (): void => {
    asked?.answer(null);
    next?.answer(null);
    asked = null;
    next = null;
    for (const answer of lists.values()) answer(null);
    lists.clear();
    for (const answer of counts.values()) answer(null);
    counts.clear();
  };

  function heard(message: FromWorker): void {
    if (message.kind === 'changed') become({ failed: false, ...message.state });
    else if (message.kind === 'failed') broke();
    else if (message.kind === 'listed') {
      lists.get(message.id)?.(message.answer);
      lists.delete(message.id);
    } else if (message.kind === 'counted') {
      counts.get(message.id)?.(message.count);
      counts.delete(message.id);
    } else if (message.id === id && asked !== null) {
      asked.answer(message.answer);
      asked = null;
      const waiting = next;
      next = null;
      if (waiting) send(waiting);
    }
  }
  function broke(): void {
    giveUp();
    become({ failed: true });
  }

  function post<T>(
    kind: 'list' | 'count',
    question: ListQuestion,
    waiting: Map<number, (answer: T | null) => void>,
  ): Promise<T | null> {
    return new Promise((answer) => {
      if (state.failed) return answer(null);
      listId += 1;
      waiting.set(listId, answer);
      port.post({ kind, id: listId, question });
    });
  }

  port.hear(heard, broke);
  port.post({ kind: 'open', ...open });

  return {
    ask(question) {
      if (state.failed) return Promise.resolve(null);
      // The last of them that is still open: its answer is newer than anything that was heard until now.
      const last = next ?? asked;
      if (last && isSame(last.question, question)) return last.answered;
      const one = asking(question);
      if (asked === null) send(one);
      else {
        next?.answer(null);
        next = one;
      }
      return one.answered;
    },
    list: (question) => post('list', question, lists),
    count: (question) => post('count', question, counts),
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end() {
      port.end();
      giveUp();
      listeners.clear();
    },
  };
}

function asking(question: SearchQuestion): Asked {
  let answer: Asked['answer'] = () => undefined;
  const answered = new Promise<SearchAnswer | null>((resolve) => {
    answer = resolve;
  });
  return { question, answered, answer };
}

const isSame = (a: SearchQuestion, b: SearchQuestion): boolean =>
  a.words === b.words && a.doneToo === b.doneToo && a.me === b.me && a.limit === b.limit;
