/**
 * Search of the database and workspace on screen, for as long as they are: another account's page is another
 * component, and finds nothing of this one. Starts when the page has nothing better to do.
 */
import { type ReactNode, useEffect, useState } from 'react';
import { useActionContext } from '../db/use-action-context';
import { useDatabase } from '../db/use-live';
import type { Search } from '../features/search/search-client';
import { SearchProvider } from '../features/search/search-context';
import { whenIdle } from '../platform/idle';

export function SearchPlace({ children }: { children: ReactNode }) {
  const database = useDatabase().name;
  const { workspaceId } = useActionContext();
  const [search, setSearch] = useState<Search | null>(null);
  useEffect(() => {
    let ended = false;
    let started: Search | null = null;
    const forget = whenIdle(() => {
      void import('./start-search').then(({ startSearch }) => {
        if (ended) return;
        started = startSearch({ database, workspaceId });
        setSearch(started);
      });
    });
    return () => {
      ended = true;
      forget();
      started?.end();
      setSearch(null);
    };
  }, [database, workspaceId]);
  return <SearchProvider value={search}>{children}</SearchProvider>;
}
