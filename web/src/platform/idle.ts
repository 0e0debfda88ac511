/** Calls back once when the page has nothing to do, after half a second at the latest. Returns what takes it back. */
export function whenIdle(then: () => void): () => void {
  // Safari has no idle callbacks.
  if (window.requestIdleCallback === undefined) {
    const timer = setTimeout(then, 500);
    return () => clearTimeout(timer);
  }
  const asked = window.requestIdleCallback(then, { timeout: 500 });
  return () => window.cancelIdleCallback(asked);
}
