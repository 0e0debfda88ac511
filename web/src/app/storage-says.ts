/** What trouble of storage means for the whole app: the line that is said, and why nothing opens. Pure. */
import type { StorageTrouble } from '../db/storage-failure';
import type { AppState } from '../features/install/app-state-context';

/** `null`: it works again. A database that another tab took over is not told here: `outdated` sees to it. */
export function storageState(trouble: Exclude<StorageTrouble, 'closed'> | null): AppState['storage'] {
  if (trouble === null) return 'fine';
  return trouble === 'full' ? 'full' : 'dead';
}

export const CLOSED_WORDS = {
  unavailable:
    'This browser gives Holdfast no storage here, so nothing can be saved. A normal window has it.',
  full: 'This device is full, and Holdfast can’t open its storage. Free some space, then reload; nothing is lost.',
  dead: 'This browser’s storage does not answer. Nothing is lost by that: reload, or start the browser anew.',
  outdated: 'A newer version of Holdfast is open in another tab. Reload to go on.',
  blocked: 'Another tab holds an older version of Holdfast open. Close it to go on.',
} as const;

export type ClosedReason = keyof typeof CLOSED_WORDS;

export const closedBy = (trouble: StorageTrouble): ClosedReason =>
  trouble === 'closed' ? 'outdated' : trouble;
