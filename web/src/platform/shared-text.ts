/** Text that another app shared with this one; the service worker keeps it until a page takes it. */
import type { BrowserMarks } from './browser-marks';

export const SHARED_MARK = 'shared';
export interface Shared {
  readonly title: string;
  readonly text: string;
  readonly url: string;
}

/** Look without taking: the draft that it becomes is saved first. */
export const readShared = (marks: BrowserMarks): Promise<Shared | undefined> =>
  marks.read<Shared>(SHARED_MARK);
export const forgetShared = (marks: BrowserMarks): Promise<void> => marks.write({ [SHARED_MARK]: undefined });
