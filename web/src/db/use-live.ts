/** Live queries for components: `useLive(liveToday(…), [workspaceId, today])`. */
import { createContext, useContext, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { HoldfastDatabase } from './db';
import { type Live, type LiveSource, liveSource, type Query, type Turn } from './live';

const DatabaseContext = createContext<HoldfastDatabase | null>(null);
export const DatabaseProvider = DatabaseContext.Provider;

export function useDatabase(): HoldfastDatabase {
  const db = useContext(DatabaseContext);
  if (!db) throw new Error('useDatabase needs a DatabaseProvider above it');
  return db;
}

/**
 * Runs again when what it read changes, or when one of `deps` does. It says `loading` while it reads for new `deps`; the
 * old answer is not shown meanwhile.
 */
export function useLive<T>(query: Query<T>, deps: readonly unknown[], turn: Turn = 'first'): Live<T> {
  const source = useSource(query, deps, turn);
  return useSyncExternalStore(source.subscribe, source.get);
}

/** The same, but the last answer stays on screen until the new one is there (lists that scroll, filters). */
export function useLiveKept<T>(query: Query<T>, deps: readonly unknown[], turn: Turn = 'first'): Live<T> {
  const live = useLive(query, deps, turn);
  const last = useRef<Live<T>>(live);
  if (live.state !== 'loading') last.current = live;
  return last.current;
}

function useSource<T>(query: Query<T>, deps: readonly unknown[], turn: Turn): LiveSource<T> {
  const db = useDatabase();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what the query depends on
  const source = useMemo(() => liveSource(db, query, turn), [db, ...deps]);
  // The store's own subscription comes after the paint: a frame later than the question is known.
  useLayoutEffect(() => source.subscribe(unheard), [source]);
  return source;
}

const unheard = (): void => undefined;
