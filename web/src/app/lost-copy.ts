/**
 * Which accounts' copies lie in this browser, remembered beside them: one that is new although it was here before was
 * cleared by the browser, and its person is told until they have seen it (H46).
 */
import type { BrowserMarks } from '../platform/browser-marks';
import { changeMarks, type SessionMarks, withOne } from './session-marks';

export interface OpenedCopy {
  readonly accountId: string | null;
  /** Nothing of the account was here. */
  readonly isNew: Promise<boolean>;
}

/** True: its person is to be told. */
export async function noteCopy(
  marks: BrowserMarks,
  { copies, cleared }: Pick<SessionMarks, 'copies' | 'cleared'>,
  { accountId, isNew }: OpenedCopy,
): Promise<boolean> {
  if (accountId === null) return false;
  const known = copies.includes(accountId);
  const lost = (await isNew) && known ? accountId : cleared;
  if (!known || lost !== cleared)
    await changeMarks(marks, (now) => ({ cleared: lost, copies: withOne(now.copies, accountId) }));
  return lost === accountId;
}
