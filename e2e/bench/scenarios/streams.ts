/** A thousand open streams: all held, and all told of a change. */
import { LoadDevice } from '../load/device';
import { listen } from '../load/http';
import { withLoadedApp } from '../load/loaded-app';
import { shareWorkspace, signUpMany } from '../load/people';
import { type Line, ms, sample } from '../numbers';

const STREAMS = 1_000;
const PEOPLE = 50;
const CHANGES = 20;

export const streams = (): Promise<readonly Line[]> =>
  withLoadedApp(async (origin) => {
    const people = await signUpMany(origin, PEOPLE);
    const workspaceId = await shareWorkspace(origin, people);
    const crowd = new Crowd();
    const hangUps = await inTurns(STREAMS, (n) =>
      listen(origin, '/sync/events', people[n % PEOPLE]?.cookie ?? '', crowd.heard),
    );
    await crowd.until('hello', STREAMS);
    const [writer] = people;
    if (!writer) throw new Error('nobody writes');
    const device = new LoadDevice(origin, writer, workspaceId);
    await device.pull();
    const toLast: number[] = [];
    for (let n = 0; n < CHANGES; n++) {
      const sent = performance.now();
      const all = crowd.until('changed', STREAMS * (n + 1));
      await device.push();
      toLast.push((await all) - sent);
      // Beyond the tenth of a second in which changes of one workspace are told as one.
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    for (const hangUp of hangUps) hangUp();
    const own = sample(toLast);
    return [
      {
        what: `${STREAMS.toLocaleString('en')} streams held: push sent → the last of them told`,
        target: '≤ 250 ms',
        baseline: '',
        holdfast: ms(own.median),
        p95: ms(own.p95),
        runs: own.runs,
        met: own.p95 <= 250,
      },
    ];
  });

/** Counts the events that all streams together have heard. */
class Crowd {
  readonly #counts = { hello: 0, changed: 0 };
  #wanted: {
    readonly event: 'hello' | 'changed';
    readonly count: number;
    readonly done: (at: number) => void;
  } | null = null;

  readonly heard = (piece: string): void => {
    for (const [, event] of piece.matchAll(/^event: (hello|changed)$/gm))
      this.#counts[event as 'hello' | 'changed'] += 1;
    this.#look();
  };

  /** Resolves with performance.now() of the moment in which so many were heard. */
  until(event: 'hello' | 'changed', count: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`${this.#counts[event]} of ${count} streams heard ${event} within 30 s`)),
        30_000,
      );
      const done = (at: number) => {
        clearTimeout(late);
        resolve(at);
      };
      this.#wanted = { event, count, done };
      this.#look();
    });
  }

  #look(): void {
    const wanted = this.#wanted;
    if (!wanted || this.#counts[wanted.event] < wanted.count) return;
    this.#wanted = null;
    wanted.done(performance.now());
  }
}

/** `work(0)` to `work(count - 1)`, twenty at a time. */
async function inTurns<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  const next = async (n: number): Promise<void> => {
    for (let at = n; at < count; at += 20) done[at] = await work(at);
  };
  await Promise.all(Array.from({ length: 20 }, (_, n) => next(n)));
  return done;
}
