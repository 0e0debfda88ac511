/** A value that screens subscribe to. */
export interface ValueStore<T> {
  get(): T;
  set(next: T): void;
  subscribe(listener: () => void): () => void;
}

export function createValueStore<T>(first: T): ValueStore<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Resolves when the value fits: now, or with the first change that does. */
export const once = <T>(store: Pick<ValueStore<T>, 'get' | 'subscribe'>, fits: (value: T) => boolean) =>
  new Promise<void>((resolve) => {
    const stop = store.subscribe(look);
    function look(): void {
      if (!fits(store.get())) return;
      stop();
      resolve();
    }
    look();
  });
