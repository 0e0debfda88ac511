/** Server-sent events as text, beside the service worker. What they mean is the sync stream's business. */
export interface EventFeed {
  close(): void;
}
export interface FeedHandlers {
  readonly event: (name: string, data: string) => void;
  /** Broken or refused; it is closed already and does not come back by itself. */
  readonly error: () => void;
}
export type OpenFeed = (path: string, names: readonly string[], handlers: FeedHandlers) => EventFeed;

export const openEventSource: OpenFeed = (path, names, handlers) => {
  const source = new EventSource(path);
  for (const name of names)
    source.addEventListener(name, (event) => handlers.event(name, String((event as MessageEvent).data)));
  source.addEventListener('error', () => {
    // The browser's own retry knows no jitter and no breaker.
    source.close();
    handlers.error();
  });
  return { close: () => source.close() };
};
