/** What a question is about, in a line and a sentence: who changed what, and what everyone has until it is settled. Pure. */
import { type Conflict, sideOf } from '@holdfast/shared/entities/conflict';
import { listed } from '../../words/list';
import { kindOf } from '../fields/field-words';
import { accountOf } from './conflict-author';
import type { Reader } from './diary';
import { reviewMessages } from './review-messages';
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
  const t = reviewMessages.get();
  const kind = kindOf(open[0]?.entity ?? 'task');
  const mine = open.some((conflict) => conflict.forAccountId === reader.me);
  if (deleted) {
    const { who, when } = deletionOf(open, reader);
    return {
      title: t.deletedThis({ who, kind }),
      lead: mine ? t.yourChangeWaits : t.theirChangeWaits,
      people: [who],
      times: [],
      deletedAt: when,
    };
  }
  const makers = makersOf(open, reader);
  const people = makers.map(({ name }) => name);
  const who = listed(people);
  const what = standingWords(fields, people.length);
  const asked = reader.nameOf('member', open[0]?.forAccountId ?? '');
  return {
    title: people.length === 1 ? t.changedOnTwo({ who, kind }) : t.bothChangedThis({ who, kind }),
    lead: mine
      ? t.untilYouChoose({ what, kind })
      : asked === null
        ? t.untilSomebodyChooses({ what, kind })
        : t.untilEitherChooses({ who: asked, what, kind }),
    people,
    times: makers.map(({ name, at }) => t.at({ who: name, moment: reader.moment(at) })),
    deletedAt: '',
  };
}

/** "Ana’s, the later one": what everyone has until it is settled. */
function standingWords(fields: readonly ReviewField[], people: number): string {
  const t = reviewMessages.get();
  const stands = fields.flatMap((field) => field.sides.filter((side) => side.stands));
  const [one, another] = [...new Set(stands.map((side) => side.title))];
  if (one === undefined || another !== undefined) return t.whatStandsNow;
  const isLater = fields.every(({ sides }) =>
    sides.every((side) => side.stands || sides.some((other) => other.stands && other.at > side.at)),
  );
  const what = one === t.now ? t.whatStandsNow : one === t.yours || one === t.yoursToo ? t.standsYours : one;
  return isLater && people > 1 ? t.laterOne({ what }) : what;
}

/** Who made the sides, "You" first, each once with the time of their latest. */
function makersOf(
  open: readonly Conflict[],
  reader: Reader,
): { readonly name: string; readonly at: number }[] {
  const latest = new Map<string, number>();
  for (const conflict of open)
    for (const side of [sideOf(conflict, 'mine'), sideOf(conflict, 'theirs')]) {
      const name = whoOf(accountOf(side, conflict), reader);
      latest.set(name, Math.max(latest.get(name) ?? 0, side.at));
    }
  const { you } = reviewMessages.get();
  const makers = [...latest].map(([name, at]) => ({ name, at }));
  return makers.sort((a, b) => Number(b.name === you) - Number(a.name === you) || a.at - b.at);
}

function deletionOf(
  open: readonly Conflict[],
  reader: Reader,
): { readonly who: string; readonly when: string } {
  const deletion = open.findLast((conflict) => conflict.field === 'deletedAt');
  if (!deletion) return { who: reviewMessages.get().somebody, when: '' };
  const { accountId, at } = sideOf(deletion, 'theirs');
  return { who: whoOf(accountId, reader), when: reader.moment(at) };
}

function whoOf(accountId: string, { me, nameOf }: Reader): string {
  const t = reviewMessages.get();
  return accountId === me ? t.you : (nameOf('member', accountId) ?? t.somebody);
}
