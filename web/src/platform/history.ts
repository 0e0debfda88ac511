/** A step back takes a moment to arrive; nowhere to go back to, it never does. */
const PATIENCE_MS = 500;
let arriving: Promise<void> | null = null;

/**
 * One step back in the browser's history, as its own button does. Until it has arrived, another is the same one: a
 * press of Escape may be heard by what lies over the page and by the page.
 */
export function goBack(): void {
  if (arriving !== null) return;
  arriving = new Promise<void>((resolve) => {
    addEventListener('popstate', () => resolve(), { once: true });
    setTimeout(resolve, PATIENCE_MS);
  }).then(() => {
    arriving = null;
  });
  history.back();
}

/** Now, or once the step back that is under way has arrived: a place entered meanwhile would be left with it. */
export function whenBack(then: () => void): void {
  if (arriving !== null) void arriving.then(then);
  else then();
}

/** The path at this moment, which may be newer than what was last painted. */
export const pathNow = (): string => location.pathname;

/** What the address says of this behind its path, at this moment; null where it says nothing. */
export const askedFor = (key: string): string | null => new URLSearchParams(location.search).get(key);
