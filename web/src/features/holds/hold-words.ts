/** What is said about held deletes. */
import { listed } from '../../words/list';
import type { HoldLine } from './queries';
import { holdsWords } from './words';

export interface HoldWords {
  readonly lead: string;
  readonly reason: string;
  readonly names: string;
}

const NAMED = 3;

export function holdWords(line: HoldLine): HoldWords {
  const t = holdsWords.get();
  const { hold } = line;
  const names = namesOf(line);
  const deletes = line.isMine
    ? t.yourDeletes(hold.count)
    : t.deletesBy(hold.count, { author: line.author ?? t.somebodyAuthor });
  if (hold.state === 'held')
    return line.mayRelease
      ? { lead: t.heldForYou({ deletes }), reason: t.whyForYou, names }
      : { lead: t.heldForAdmin({ deletes }), reason: t.whyForAdmin, names };
  const who = line.decider ?? t.somebodyDecider;
  return hold.state === 'released'
    ? { lead: t.released({ who, deletes }), reason: t.deletedNow, names }
    : { lead: t.dropped({ who, deletes }), reason: t.nothingDeleted, names };
}

/** The first names, and how many more. */
function namesOf({ names, hold }: HoldLine): string {
  const shown = names.slice(0, NAMED);
  const more = hold.count - shown.length;
  return listed(shown.length > 0 && more > 0 ? [...shown, holdsWords.get().more({ more })] : shown);
}
