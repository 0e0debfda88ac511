/**
 * A browser that Holdfast never opened in, or that cleared everything: whoever the cookies name is signed in again;
 * for nobody the app opens with a sample to try things on, once in a browser's life.
 */
import type { ActionContext } from '../db/context';
import { makeSample } from '../features/sample/actions';
import { localTime } from '../features/tasks/local-time';
import type { BrowserMarks } from '../platform/browser-marks';
import { hasTouch } from '../platform/pointer';
import { createAlarm } from '../platform/timers';

/** A server that does not answer by then keeps nobody from starting; a sample that came too early stays behind (CL12). */
const PATIENCE_MS = 2_000;

export interface FirstStart {
  readonly comeBack: () => Promise<void>;
  readonly marks: BrowserMarks;
  /** The database of the person without an account, while that is the one that is open. */
  readonly nobodys: () => ActionContext | null;
}

export async function firstStart({ comeBack, marks, nobodys }: FirstStart): Promise<void> {
  const back = comeBack();
  await Promise.race([back, new Promise<void>((done) => createAlarm(done).set(PATIENCE_MS))]);
  if (nobodys() !== null && (await marks.read('sample')) === undefined) {
    await marks.write({ sample: 'made' });
    const ctx = nobodys();
    // Where storage refuses it, there is none.
    if (ctx) await makeSample(ctx, { today: localTime(ctx.now()).today, touch: hasTouch() });
  }
  await back;
}
