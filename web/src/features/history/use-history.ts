/**
 * The server's history of a row, page by page: it exists only online, so TanStack Query holds it, in memory, for as long
 * as the account's database is open. Asked for anew with each version of the row; the last answer stays meanwhile.
 */
import { type HistoryItem, historyPageSchema } from '@holdfast/shared/sync/history';
import { QueryClient, useInfiniteQuery } from '@tanstack/react-query';
import type { HoldfastDatabase } from '../../db/db';
import { useDatabase } from '../../db/use-live';
import { call, type Send } from '../../platform/call';

export interface RowHistory {
  readonly items: readonly HistoryItem[];
  /** `waiting` nothing is known yet · `ready` · `away` what is shown is all that is known without the server. */
  readonly state: 'waiting' | 'ready' | 'away';
  readonly hasMore: boolean;
  readonly loadMore: () => void;
}

export interface HistoryOf {
  readonly workspaceId: string;
  readonly entity: string;
  readonly id: string;
  readonly version: number;
}

export function useHistory(row: HistoryOf, send: Send, reachable: boolean): RowHistory {
  const client = clientOf(useDatabase());
  const query = useInfiniteQuery(
    {
      queryKey: ['history', row.workspaceId, row.entity, row.id, row.version],
      queryFn: ({ pageParam }) => readPage(send, row, pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
      placeholderData: (last, asked) => (asked?.queryKey[3] === row.id ? last : undefined),
      enabled: reachable && row.version > 0,
    },
    client,
  );
  const known = query.data !== undefined;
  return {
    items: query.data?.pages.flatMap((page) => page.entries) ?? [],
    state: !reachable || query.isError ? 'away' : known ? 'ready' : 'waiting',
    hasMore: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}

async function readPage(send: Send, { workspaceId, entity, id }: HistoryOf, before: string | null) {
  const query = new URLSearchParams({ workspaceId, entity, id, ...(before === null ? {} : { before }) });
  const answer = await call(send, { method: 'GET', path: `/sync/history?${query}` }, historyPageSchema);
  if (answer.kind !== 'ok') throw new Unavailable(answer.kind);
  return answer.value;
}

/** The query's own word for "not now". */
class Unavailable extends Error {}

const clients = new WeakMap<HoldfastDatabase, QueryClient>();

/** Whoever signs in next has a database, and a memory, of their own. */
function clientOf(db: HoldfastDatabase): QueryClient {
  const known = clients.get(db);
  if (known) return known;
  const client = new QueryClient({
    defaultOptions: {
      // Reachability is the last good exchange, not the browser's hint (CL7); the sync engine does the retrying.
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 1_800_000,
      },
    },
  });
  clients.set(db, client);
  return client;
}
