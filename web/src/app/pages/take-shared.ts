/** What was shared or linked is put into the draft of a new task; what storage refuses waits for the next time. */
import type { ActionContext } from '../../db/context';
import { type StorageTrouble, troubleIn } from '../../db/storage-failure';
import { changeDraft } from '../../features/quick-add/draft-store';
import { type Offered, withOffered } from '../../features/quick-add/offered-draft';
import type { BrowserMarks } from '../../platform/browser-marks';
import { forgetShared, readShared } from '../../platform/shared-text';

/**
 * @param linked brought by the address: unlike what was shared, it is kept nowhere
 * Null once it is in the draft; any error but trouble of storage is a bug, and thrown.
 */
export async function takeShared(
  ctx: ActionContext,
  marks: BrowserMarks,
  linked: Offered | null,
): Promise<StorageTrouble | null> {
  let isDrafted = false;
  try {
    const shared = await readShared(marks);
    const offered = linked ? [...shared, linked] : shared;
    if (offered.length === 0) return null;
    await changeDraft(ctx, (kept) => offered.reduce(withOffered, kept));
    isDrafted = true;
    if (shared.length > 0) await forgetShared(marks, shared);
    return null;
  } catch (error) {
    const trouble = troubleIn(error);
    if (trouble === null) throw error;
    // Not forgotten it comes once more; nothing of it is missing.
    return isDrafted ? null : trouble;
  }
}
