/** What trouble of storage means for the whole app: the line that is said, and why nothing opens. Pure. */
import type { StorageTrouble } from '../db/storage-failure';
import type { AppState } from '../features/install/app-state-context';
import { appWords } from './words';

/** `null`: it works again. A database that another tab took over is not told here: `outdated` sees to it. */
export function storageState(trouble: Exclude<StorageTrouble, 'closed'> | null): AppState['storage'] {
  if (trouble === null) return 'fine';
  return trouble === 'full' ? 'full' : 'dead';
}

const WHY = {
  unavailable: 'noStorage',
  full: 'noRoom',
  dead: 'storageSilent',
  outdated: 'newerInTab',
  blocked: 'olderInTab',
} as const;

export type ClosedReason = keyof typeof WHY;

export const closedWords = (reason: ClosedReason): string => appWords.get()[WHY[reason]];

/** What to do, where that is all there is to it. */
export function closedTitle(reason: ClosedReason): string {
  const t = appWords.get();
  if (reason === 'outdated') return t.reloadToGoOn;
  return reason === 'blocked' ? t.closeOtherTab : t.cannotOpen;
}

export const closedBy = (trouble: StorageTrouble): ClosedReason =>
  trouble === 'closed' ? 'outdated' : trouble;
