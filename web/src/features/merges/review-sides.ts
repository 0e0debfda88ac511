/**
 * One field in question: its sides, whose they are, which one stands meanwhile. Pure.
 *
 *   1. an edit that met a deletion asks for each of its fields (MG9)
 *   2. the reader's own version comes first; what was changed again since takes the other's place
 *   3. of a text only the words that both rewrote are in question; what lies apart is in both sides (MG2)
 */
import { type Conflict, type ConflictSide, sideOf } from '@holdfast/shared/entities/conflict';
import type { Json } from '@holdfast/shared/entities/fields';
import { entityByName } from '@holdfast/shared/entities/index';
import { sameJson } from '@holdfast/shared/merge/json';
import { valueAt } from '@holdfast/shared/merge/row-values';
import { capital } from '../../words/letter-case';
import { inARow } from '../../words/list';
import { fieldLabel } from '../fields/field-words';
import { accountOf } from './conflict-author';
import { isEdit, type Reader } from './diary';
import { reviewMessages } from './review-messages';
import type { Standing } from './row-names';
import { type Run, type TextSides, textOf, textSides } from './text-sides';
import { valueWords } from './value-words';

export interface Side {
  /** Tells the sides of a field apart. */
  readonly key: string;
  /** "Yours", "Ana’s", "Now". */
  readonly title: string;
  /** "this device, offline, 09:14" */
  readonly note: string;
  /** Whose face stands by it; null where nobody is known. */
  readonly maker: { readonly id: string; readonly name: string } | null;
  readonly value: Json;
  /** The value in words. */
  readonly words: string;
  /** A text, word by word. */
  readonly runs: readonly Run[] | null;
  /** When it was made; 0 where that is not known. */
  readonly at: number;
  /** Everyone has it until the question is settled. */
  readonly stands: boolean;
}

export interface ReviewField {
  readonly field: string;
  /** "title" */
  readonly name: string;
  /** "Title": where it begins a line. */
  readonly label: string;
  readonly kind: 'text' | 'person' | 'choice';
  /** The reader's first. One alone: both have come to the same. */
  readonly sides: readonly Side[];
  /** Both sides of a text in one; null where one has to win. */
  readonly joined: readonly Run[] | null;
  /** The value before the edit, in words, where nobody wrote another one; null where it is the same. */
  readonly was: string | null;
  /** What the row says now: what a guard compares with (PU8). */
  readonly current: Json;
}

/** One field of one question. */
interface Ask {
  readonly conflict: Conflict;
  readonly field: string;
  readonly base: Json;
  readonly mine: Json;
  /** Null: nobody wrote another one, the row was deleted and came back. */
  readonly theirs: { readonly value: Json } | null;
  readonly result: Json;
}

export function asksOf(conflict: Conflict, row: Standing | null): Ask[] {
  const { field, base, mine, theirs, result } = conflict;
  if (field !== 'deletedAt')
    return [
      {
        conflict,
        field,
        base: base as Json,
        mine: mine as Json,
        theirs: { value: theirs as Json },
        result: result as Json,
      },
    ];
  if (!isEdit(mine)) return [];
  return Object.entries(mine).map(([name, value]) => {
    const now = row === null ? null : valueAt(row as never, name);
    return {
      conflict,
      field: name,
      base: isEdit(base) ? (base[name] ?? null) : null,
      mine: value,
      theirs: null,
      result: now,
    };
  });
}

interface Made {
  readonly side: ConflictSide | null;
  readonly value: Json;
}

export function fieldOf(
  asks: readonly Ask[],
  row: Standing | null,
  deleted: boolean,
  reader: Reader,
): ReviewField {
  const last = asks.at(-1) as Ask;
  const { field, conflict } = last;
  const { entity } = conflict;
  const current = row === null ? last.result : valueAt(row as never, field);
  const made = distinct(madeOf(asks, current, deleted, reader.me));
  const isText = entityByName(entity)?.fields[field]?.merge === 'text';
  const texts = isText && !deleted ? clashOf(last, made) : null;
  const fits = entityByName(entity)?.fields[field]?.schema.safeParse(textOf(texts?.joined ?? [])).success;
  const inWords = (value: Json): string =>
    isText
      ? String(value ?? '') || reviewMessages.get().nothing
      : capital(valueWords(entity, field, value, reader));
  return {
    field,
    name: fieldLabel(entity, field),
    label: capital(fieldLabel(entity, field)),
    kind: isText ? 'text' : field === 'assigneeId' ? 'person' : 'choice',
    sides: made.map(({ side, value }, at) => {
      const runs = texts ? (at === 0 ? texts.yours : texts.other) : isText ? plainRuns(value, at) : null;
      const meant = texts && runs ? textOf(runs) : value;
      return {
        ...whose(side, made, at, conflict, reader),
        value: meant,
        words: isText ? String(meant ?? '') : inWords(meant),
        runs,
        stands: !deleted && sameJson(meant, current),
      };
    }),
    joined: texts && fits ? texts.joined : null,
    was: deleted && !sameJson(last.base, last.mine) ? inWords(last.base) : null,
    current,
  };
}

/** Every version of a field, the reader's first, what stands last where it is neither. */
function madeOf(asks: readonly Ask[], current: Json, deleted: boolean, me: string): Made[] {
  const mine = asks.map(({ conflict, mine: value }): Made => ({ side: sideOf(conflict, 'mine'), value }));
  const last = asks.at(-1) as Ask;
  if (deleted) return mine;
  const theirs = sideOf(last.conflict, 'theirs');
  const other: Made =
    last.theirs !== null && sameJson(current, last.result)
      ? { side: theirs, value: last.theirs.value }
      : { side: null, value: current };
  const readers = (made: Made) => made.side?.accountId === me && me !== '';
  return !mine.some(readers) && readers(other) ? [other, ...mine] : [...mine, other];
}

const distinct = (made: readonly Made[]): Made[] =>
  made.filter((one, at) => made.findIndex((other) => sameJson(other.value, one.value)) === at);

/** Word by word, where two stand against each other. */
function clashOf(ask: Ask, made: readonly Made[]): TextSides | null {
  const [yours, other] = made;
  if (made.length !== 2 || !yours || !other) return null;
  const yoursFirst = (yours.side?.at ?? 0) <= (other.side?.at ?? Number.MAX_SAFE_INTEGER);
  return textSides(String(ask.base ?? ''), String(yours.value ?? ''), String(other.value ?? ''), yoursFirst);
}

/** Texts that cannot be told apart word by word are each side's own from end to end. */
const plainRuns = (value: Json, at: number): readonly Run[] => [
  { text: String(value ?? ''), by: at === 0 ? 'yours' : 'other' },
];

function whose(
  side: ConflictSide | null,
  made: readonly Made[],
  at: number,
  conflict: Conflict,
  reader: Reader,
): Pick<Side, 'key' | 'title' | 'note' | 'maker' | 'at'> {
  const t = reviewMessages.get();
  if (side === null) return { key: 'now', title: t.now, note: t.changedSince, maker: null, at: 0 };
  const accountId = accountOf(side, conflict);
  const name = reader.nameOf('member', accountId);
  const key = `${side.id} ${side.at}`;
  const maker = accountId === '' ? null : { id: accountId, name: name ?? t.somebody };
  const isMine = accountId === reader.me;
  const where = !isMine ? '' : side.id === reader.deviceId ? t.thisDevice : side.name;
  const note = inARow([where, side.offline ? t.offline : '', reader.moment(side.at)].filter(Boolean));
  if (!isMine)
    return { key, title: name === null ? t.somebodys : t.theirs({ who: name }), note, maker, at: side.at };
  const before = made.slice(0, at).some((one) => one.side && accountOf(one.side, conflict) === accountId);
  return { key, title: before ? t.yoursToo : t.yours, note, maker, at: side.at };
}
