/**
 * Server-sent events over fetch, beside the service worker (which leaves /sync alone). Unlike EventSource it hears
 * heartbeats, knows the status of a refusal, checks that the answer is ours, and never comes back by itself.
 */
import { HEADERS } from '@holdfast/shared/sync/protocol';
import { createSseParser } from './sse-parser';

export interface EventFeed {
  close(): void;
}
export interface FeedHandlers {
  readonly event: (name: string, data: string) => void;
  /** Anything at all arrived. */
  readonly alive: () => void;
  /** Broken or refused; it is closed. `status` where the server answered. */
  readonly ended: (status: number | null) => void;
}
export type OpenFeed = (path: string, account: string, handlers: FeedHandlers) => EventFeed;

const createOpenFeed =
  (doFetch: typeof fetch): OpenFeed =>
  (path, account, handlers) => {
    const stop = new AbortController();
    let open = true;
    const end = (status: number | null) => {
      if (!open) return;
      open = false;
      stop.abort();
      handlers.ended(status);
    };
    void read(doFetch, path, account, handlers, stop.signal).then(end, () => end(null));
    return {
      close() {
        open = false;
        stop.abort();
      },
    };
  };

export const openEventSource: OpenFeed = createOpenFeed((input, init) => fetch(input, init));

async function read(
  doFetch: typeof fetch,
  path: string,
  account: string,
  handlers: FeedHandlers,
  signal: AbortSignal,
): Promise<number | null> {
  const response = await doFetch(path, {
    headers: { Accept: 'text/event-stream', [HEADERS.account]: account },
    signal,
    cache: 'no-store',
    credentials: 'same-origin',
    redirect: 'error',
  });
  const isStream = /^text\/event-stream\b/.test(response.headers.get('content-type') ?? '');
  if (!response.ok || !isStream || response.body === null) return response.ok ? null : response.status;
  handlers.alive();
  const parse = createSseParser(handlers.event);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done || signal.aborted) return null;
    handlers.alive();
    parse(value);
  }
}
