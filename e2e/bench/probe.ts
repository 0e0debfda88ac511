/**
 * Runs in the page before the app: notes when a strict transaction is on disk, when a task store holds its rows, and
 * when something is painted. The app knows nothing of it.
 */
export interface Probe {
  /** performance.now() of the last strict commit. */
  strictAt: number;
  /** performance.now() of the last commit of any kind. */
  commitAt: number;
  /** performance.now() of the first request under /sync. */
  firstSyncAt: number;
  /** performance.now() when the browser said that the connection is back, and when a push was last answered. */
  onlineAt: number;
  pushedAt: number;
  /** Of the page's thread, those of 50 ms and more. */
  readonly longTasks: { readonly start: number; readonly duration: number }[];
  /**
   * Resolves when the selector first matches `count` elements, and `also` says so: with performance.now() then, and of
   * the frame after.
   */
  shown: (
    selector: string,
    count: number,
    also?: () => boolean,
  ) => Promise<{ delivered: number; painted: number }>;
  /** When the last pointer or key event that could start something was made, on performance.now()'s scale. */
  inputAt: number;
  /** performance.now() when the page began to handle it, or was told to act by `call`. */
  calledAt: number;
  /** performance.now() of the first strict commit after that. */
  firstStrictAfterCall: number | null;
  /** Makes the page act by itself. */
  call: (act: () => unknown) => void;
}

export function installProbe(): void {
  const probe: Probe = {
    strictAt: 0,
    commitAt: 0,
    firstSyncAt: 0,
    onlineAt: 0,
    pushedAt: 0,
    longTasks: [],
    inputAt: 0,
    calledAt: 0,
    firstStrictAfterCall: null,
    call(act) {
      probe.calledAt = performance.now();
      probe.firstStrictAfterCall = null;
      act();
    },
    shown: (selector, count, also = () => true) =>
      new Promise((done, fail) => {
        setTimeout(() => fail(new Error(`not there within 10 s: ${selector}`)), 10_000);
        const look = () => {
          if (document.querySelectorAll(selector).length < count || !also()) return false;
          observer.disconnect();
          const delivered = performance.now();
          requestAnimationFrame(() => setTimeout(() => done({ delivered, painted: performance.now() }), 0));
          return true;
        };
        const observer = new MutationObserver(look);
        if (!look())
          observer.observe(document, {
            childList: true,
            subtree: true,
            attributes: true,
            characterData: true,
          });
      }),
  };
  Object.assign(window, { probe });
  for (const kind of ['keydown', 'click'] as const)
    addEventListener(
      kind,
      (event) => {
        if (!event.isTrusted) return;
        probe.inputAt = event.timeStamp;
        probe.calledAt = performance.now();
        probe.firstStrictAfterCall = null;
      },
      true,
    );
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
    const opened = transaction.apply(this, args);
    if (args[1] === 'readwrite')
      opened.addEventListener('complete', () => {
        probe.commitAt = performance.now();
        if (args[2]?.durability !== 'strict') return;
        probe.strictAt = probe.commitAt;
        probe.firstStrictAfterCall ??= probe.commitAt;
      });
    return opened;
  } as typeof transaction;
  const fetched = window.fetch;
  window.fetch = async (...args) => {
    const url = String(args[0] instanceof Request ? args[0].url : args[0]);
    if (probe.firstSyncAt === 0 && url.includes('/sync/')) probe.firstSyncAt = performance.now();
    const answer = await fetched(...args);
    if (url.includes('/sync/push')) probe.pushedAt = performance.now();
    return answer;
  };
  addEventListener('online', () => {
    probe.onlineAt = performance.now();
  });
  new PerformanceObserver((list) => {
    for (const { startTime: start, duration } of list.getEntries()) probe.longTasks.push({ start, duration });
  }).observe({ type: 'longtask', buffered: true });
}
