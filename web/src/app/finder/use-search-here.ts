/**
 * Search of the database and workspace on screen, for as long as they are: another account's page finds nothing of
 * this one. Starts when the page has nothing better to do.
 */
import { useEffect } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useDatabase } from '../../db/use-live';
import type { Search } from '../../features/search/search-client';
import { searchHere } from '../../features/search/search-here';
import { whenIdle } from '../../platform/idle';
import { onKeptAside } from '../../platform/visibility';
import { startSearch } from '../start-search';

export function useSearchHere(): void {
  const database = useDatabase().name;
  const { workspaceId } = useActionContext();
  useEffect(() => {
    let started: Search | null = null;
    const start = () =>
      whenIdle(() => {
        started = startSearch({ database, workspaceId });
        searchHere.set(started);
      });
    let forget = start();
    const end = () => {
      forget();
      started?.end();
      started = null;
      searchHere.set(null);
    };
    const stopWatching = onKeptAside(end, () => {
      forget = start();
    });
    return () => {
      stopWatching();
      end();
    };
  }, [database, workspaceId]);
}
