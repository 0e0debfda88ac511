/** Starts the search worker for an open database. It ends with `end`, and its index with it. */
import { createSearch, type Search, type SearchPort } from '../features/search/search-client';
import type { FromWorker } from '../features/search/search-protocol';

export function startSearch(open: { database: string; workspaceId: string }): Search {
  const worker = new Worker(new URL('../workers/search-worker.ts', import.meta.url), { type: 'module' });
  const port: SearchPort = {
    post: (message) => worker.postMessage(message),
    hear(heard, broke) {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => heard(data);
      worker.onerror = broke;
    },
    end: () => worker.terminate(),
  };
  return createSearch(port, open);
}
