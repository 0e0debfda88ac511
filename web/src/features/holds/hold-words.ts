/** What is said about held deletes. Pure. */
import type { HoldLine } from './queries';

export interface HoldWords {
  readonly lead: string;
  readonly reason: string;
  readonly names: string;
}

const NAMED = 3;

export function holdWords(line: HoldLine): HoldWords {
  const { hold } = line;
  const deletes = hold.count === 1 ? '1 delete' : `${hold.count.toLocaleString('en')} deletes`;
  const whose = line.isMine ? `your ${deletes}` : `${deletes} by ${line.author ?? 'somebody'}`;
  const names = namesOf(line);
  if (hold.state === 'held')
    return {
      lead: line.mayRelease
        ? `Held: ${whose} wait for your decision`
        : `Held: ${whose} wait for an owner or admin`,
      reason: line.mayRelease
        ? 'So much at once is asked about first. Until you decide, nothing is deleted and everything else goes on.'
        : 'So much at once is asked about first. Until then nothing is deleted; you can still drop it.',
      names,
    };
  const who = line.decider ?? 'Somebody else';
  return hold.state === 'released'
    ? { lead: `${who} released ${whose}`, reason: 'They are deleted now.', names }
    : { lead: `${who} dropped ${whose}`, reason: 'Nothing was deleted.', names };
}

/** The first names, and how many more. */
function namesOf({ names, hold }: HoldLine): string {
  const shown = names.slice(0, NAMED);
  const more = hold.count - shown.length;
  if (shown.length === 0) return '';
  return more > 0 ? `${shown.join(', ')} and ${more.toLocaleString('en')} more` : shown.join(', ');
}
