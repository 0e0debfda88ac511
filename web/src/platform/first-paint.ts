/** When the first screen has had its time to appear: what nobody sees starts then. */

/** What the first list needs to come after the heading. */
const ROWS_MS = 150;
/** A tab in the background paints nothing; one in sight may wait for its network. */
const AT_MOST_MS = { hidden: 1_000, visible: 5_000 };

let painted = false;
const firstPaint = new Promise<void>((resolve) => {
  const done = () => {
    painted = true;
    observer.disconnect();
    resolve();
  };
  setTimeout(() => {
    if (document.visibilityState === 'hidden') done();
  }, AT_MOST_MS.hidden);
  setTimeout(done, AT_MOST_MS.visible);
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) setTimeout(done, ROWS_MS);
  });
  observer.observe({ type: 'paint', buffered: true });
});

export const isFirstPainted = (): boolean => painted;

/** Calls once: at once where the first screen stands already. */
export function afterFirstPaint(then: () => void): void {
  if (painted) then();
  else void firstPaint.then(then);
}
