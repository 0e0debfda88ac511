/**
 * Virtual time. Events lie in one queue, by moment and then by the order in which they were set. Between two events
 * everything that the first one set off has come to rest: no promise of the world is under way but those that wait for
 * a later event.
 */
export interface Timeline {
  /** Epoch milliseconds, as an observer outside of all devices would read them. */
  now(): number;
  /** How many events have run. */
  count(): number;
  after(ms: number, run: () => void): Ticket;
  sleep(ms: number): Promise<void>;
  /** Work of the real world (a database): the next event waits until it is done. */
  outside<T>(work: Promise<T>): Promise<T>;
  /** Runs events until `until`, or `stop` says so after one of them. */
  run(until: number, stop?: () => boolean): Promise<void>;
}

/** Of an event that waits; `cancel` takes it out. */
export interface Ticket {
  cancel(): void;
}

interface Waiting {
  readonly at: number;
  readonly order: number;
  run: (() => void) | null;
}

export function createTimeline(start: number): Timeline {
  const heap: Waiting[] = [];
  let now = start;
  let order = 0;
  let count = 0;
  let outside = 0;

  function after(ms: number, run: () => void): Ticket {
    order += 1;
    const waiting: Waiting = { at: now + Math.max(0, ms), order, run };
    push(heap, waiting);
    return {
      cancel() {
        waiting.run = null;
      },
    };
  }

  return {
    now: () => now,
    count: () => count,
    after,
    sleep: (ms) => new Promise((resolve) => after(ms, resolve)),
    outside(work) {
      outside += 1;
      const done = () => {
        outside -= 1;
      };
      work.then(done, done);
      return work;
    },
    async run(until, stop) {
      for (;;) {
        const next = heap[0];
        if (next === undefined || next.at > until) break;
        pop(heap);
        if (next.run === null) continue;
        now = Math.max(now, next.at);
        count += 1;
        next.run();
        do await atRest();
        while (outside > 0);
        if (stop?.()) return;
      }
      now = Math.max(now, until);
    },
  };
}

/** All microtasks, and those that they bring, come before the next turn of the loop. */
const atRest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const isBefore = (a: Waiting, b: Waiting): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

function push(heap: Waiting[], one: Waiting): void {
  heap.push(one);
  let i = heap.length - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const above = heap[parent] as Waiting;
    if (!isBefore(one, above)) break;
    heap[i] = above;
    i = parent;
  }
  heap[i] = one;
}

function pop(heap: Waiting[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1] as Waiting, heap[child] as Waiting)) child += 1;
    if (!isBefore(heap[child] as Waiting, last)) break;
    heap[i] = heap[child] as Waiting;
    i = child;
  }
  heap[i] = last;
}
