/** What a question is about, in a line and a sentence: who changed what, and what everyone has until it is settled. Pure. */
import { type Conflict, sideOf } from '@holdfast/shared/entities/conflict';
import { accountOf } from './conflict-author';
import { kindOf, listWords, type Reader } from './diary';
import type { ReviewField } from './review-sides';

export interface ReviewHead {
  /** "You and Ana both changed this task" */
  readonly title: string;
  readonly lead: string;
  /** Who is in it, "You" first; where it is deleted, who deleted it. */
  readonly people: readonly string[];
  /** "You 09:14", "Ana 09:20" */
  readonly times: readonly string[];
  /** When it was deleted, in words; '' where it was not. */
  readonly deletedAt: string;
}

export function headOf(
  open: readonly Conflict[],
  fields: readonly ReviewField[],
  deleted: boolean,
  reader: Reader,
): ReviewHead {
  const kind = kindOf(open[0]?.entity ?? 'task');
  const mine = open.some((conflict) => conflict.forAccountId === reader.me);
  if (deleted) {
    const { who, when } = deletionOf(open, reader);
    return {
      title: `${who} deleted this ${kind}`,
      lead: mine
        ? 'Your change is kept here. Bring it back, and your change is in it; leave it, and the change stays in the history.'
        : 'What somebody changed meanwhile is kept. It can come back with that change in it.',
      people: [who],
      times: [],
      deletedAt: when,
    };
  }
  const makers = makersOf(open, reader);
  const people = makers.map(({ name }) => name);
  const stands = fields.flatMap((field) => field.sides.filter((side) => side.stands));
  const titles = [...new Set(stands.map((side) => side.title))];
  const isLater = fields.every(({ sides }) =>
    sides.every((side) => side.stands || sides.some((one) => one.stands && one.at > side.at)),
  );
  const later = isLater && people.length > 1 ? ', the later one' : '';
  const has = titles.length === 1 ? standingWords(titles[0] ?? '') + later : 'what stands now';
  const asked = mine ? 'Until you choose' : `Until ${askedOf(open, reader)} or you choose`;
  return {
    title:
      people.length === 1
        ? `${people[0]} changed this ${kind} on two devices`
        : `${listWords(people)} both changed this ${kind}`,
    lead: `${asked}, everyone has ${has}. What you leave behind stays in the ${kind}’s history.`,
    people,
    times: makers.map(({ name, at }) => `${name} ${reader.moment(at)}`),
    deletedAt: '',
  };
}

const standingWords = (title: string): string =>
  title === 'Now' ? 'what stands now' : title.startsWith('Yours') ? 'yours' : title;

/** Who made the sides, "You" first, each once with the time of their latest. */
function makersOf(
  open: readonly Conflict[],
  reader: Reader,
): { readonly name: string; readonly at: number }[] {
  const latest = new Map<string, number>();
  for (const conflict of open)
    for (const side of [sideOf(conflict, 'mine'), sideOf(conflict, 'theirs')]) {
      const accountId = accountOf(side, conflict);
      const name = accountId === reader.me ? 'You' : (reader.nameOf('member', accountId) ?? 'Somebody');
      latest.set(name, Math.max(latest.get(name) ?? 0, side.at));
    }
  const makers = [...latest].map(([name, at]) => ({ name, at }));
  return makers.sort((a, b) => Number(b.name === 'You') - Number(a.name === 'You') || a.at - b.at);
}

const askedOf = (open: readonly Conflict[], reader: Reader): string =>
  reader.nameOf('member', open[0]?.forAccountId ?? '') ?? 'somebody';

function deletionOf(
  open: readonly Conflict[],
  reader: Reader,
): { readonly who: string; readonly when: string } {
  const deletion = open.findLast((conflict) => conflict.field === 'deletedAt');
  if (!deletion) return { who: 'Somebody', when: '' };
  const { accountId, at } = sideOf(deletion, 'theirs');
  const who = accountId === reader.me ? 'You' : (reader.nameOf('member', accountId) ?? 'Somebody');
  return { who, when: reader.moment(at) };
}
