/**
 * The diary of merges: what was joined without a question, each in one plain sentence, with the value that did not
 * stand (decision 022). Pure.
 *
 *   You moved it to Fri 13 Mar on the phone, offline, 14:02; Ana to Mon 16 Mar, 14:10; Mon 16 Mar stands.
 */
import { type Conflict, type ConflictSide, sideOf } from '@holdfast/shared/entities/conflict';
import type { Json } from '@holdfast/shared/entities/fields';
import { sameJson } from '@holdfast/shared/merge/json';
import { listed } from '../../words/list';
import { fieldLabel, theField } from '../fields/field-words';
import { diaryMessages } from './diary-messages';
import { valueWords, type Wording } from './value-words';

export interface Reader extends Wording {
  readonly me: string;
  /** This device's id: "on this device". */
  readonly deviceId: string;
}

/** What the other value would change, as a patch of the row; `deletedAt` is a deletion or its taking back. */
export interface Other {
  readonly words: string;
  readonly field: string;
  readonly value: Json;
}

/** The whole sentence, with its full stop. */
export function diarySentence(conflict: Conflict, reader: Reader): string {
  const [first, second] = inOrder(conflict, reader);
  const deed = deedOf(conflict);
  return diaryMessages.get().sentence({
    first: placed(opens(first.side, deed.says(first.value, reader), reader), first.side, reader),
    second: placed(
      goesOn(second.side, deed.also(second.value, reader), reader, first.side),
      second.side,
      reader,
    ),
    end: deed.end(conflict, reader),
  });
}

/** The value that does not stand: the reader's own where both were joined. Null where nothing can be taken. */
export function otherValue(conflict: Conflict, reader: Reader): Other | null {
  const { entity, field, mine, theirs, result } = conflict;
  if (field === 'deletedAt') return otherOfDeletion(conflict);
  const [first] = inOrder(conflict, reader);
  const value = sameJson(result as Json, mine as Json)
    ? theirs
    : sameJson(result as Json, theirs as Json)
      ? mine
      : first.value;
  if (sameJson(value as Json, result as Json)) return null;
  const t = diaryMessages.get();
  const words =
    field === 'position' ? t.takeOtherPlace : t.take({ value: valueWords(entity, field, value, reader) });
  return { words, field, value: value as Json };
}

function otherOfDeletion({ mine, result }: Conflict): Other | null {
  const t = diaryMessages.get();
  // An edit of lesser fields on a deleted row: bringing it back is a matter of its own, with its own button.
  if (isEdit(mine)) return { words: t.bringBackWithChange, field: 'deletedAt', value: null };
  return result === null
    ? { words: t.deleteIt, field: 'deletedAt', value: 0 }
    : { words: t.bringBack, field: 'deletedAt', value: null };
}

/** Where an edit met a deletion: the whole edit, by field (MG9). */
export const isEdit = (mine: unknown): mine is { readonly [field: string]: Json } =>
  typeof mine === 'object' && mine !== null && !Array.isArray(mine);

interface Told {
  readonly side: ConflictSide;
  readonly value: unknown;
}

/** The reader first; otherwise whoever was earlier. */
function inOrder(conflict: Conflict, { me }: Reader): readonly [Told, Told] {
  const mine = { side: sideOf(conflict, 'mine'), value: conflict.mine };
  const theirs = { side: sideOf(conflict, 'theirs'), value: conflict.theirs };
  const [isMine, isTheirs] = [mine.side.accountId === me, theirs.side.accountId === me];
  if (isMine !== isTheirs) return isMine ? [mine, theirs] : [theirs, mine];
  return mine.side.at <= theirs.side.at ? [mine, theirs] : [theirs, mine];
}

/** "You moved it to Fri 13 Mar" */
function opens(side: ConflictSide, did: string, reader: Reader): string {
  const t = diaryMessages.get();
  if (side.accountId === reader.me) return t.you({ did });
  const who = makerOf(side, reader);
  return who === null ? t.somebody({ did }) : t.who({ who, did });
}

/** "Ana to Mon 16 Mar" */
function goesOn(side: ConflictSide, did: string, reader: Reader, before: ConflictSide): string {
  const t = diaryMessages.get();
  if (side.accountId === reader.me)
    return before.accountId === reader.me ? t.youToo({ did }) : t.you({ did });
  const who = makerOf(side, reader);
  return who === null ? t.somebodyToo({ did }) : t.who({ who, did });
}

const makerOf = ({ accountId }: ConflictSide, { nameOf }: Reader): string | null =>
  accountId === '' ? null : nameOf('member', accountId);

/** "… on this device, offline, 14:02": the device only of the reader's own edits. */
function placed(did: string, side: ConflictSide, { me, deviceId, moment }: Reader): string {
  const t = diaryMessages.get();
  const isOwn = side.accountId === me;
  const what =
    isOwn && side.id === deviceId
      ? t.onThisDevice({ what: did })
      : isOwn && side.name !== ''
        ? t.inBrowser({ what: did, device: side.name })
        : did;
  return side.offline
    ? t.offlineAt({ what, moment: moment(side.at) })
    : t.at({ what, moment: moment(side.at) });
}

/** How a change of a field is said: at first, by the second who did the like, and what came of it. */
interface Deed {
  readonly says: (value: unknown, reader: Reader) => string;
  readonly also: (value: unknown, reader: Reader) => string;
  readonly end: (conflict: Conflict, reader: Reader) => string;
}

function deedOf(conflict: Conflict): Deed {
  const { entity, field } = conflict;
  if (field === 'deletedAt') return isEdit(conflict.mine) ? editAgainstDeletion(conflict) : DELETION;
  if (field === 'position') return PLACE;
  const words = (value: unknown, reader: Reader) => valueWords(entity, field, value, reader);
  const verb = VERBS[field];
  const says = (value: string) => {
    const t = diaryMessages.get();
    return verb ? t[verb]({ value }) : t.changedTo({ field: fieldLabel(entity, field), value });
  };
  return {
    says: (value, reader) => says(words(value, reader)),
    also: (value, reader) => diaryMessages.get()[ALSO[field] ?? 'alsoTo']({ value: words(value, reader) }),
    end: ({ mine, theirs, result }, reader) => {
      const value = words(result, reader);
      return sameJson(result as Json, mine as Json) || sameJson(result as Json, theirs as Json)
        ? diaryMessages.get().stands({ value })
        : diaryMessages.get().joined({ value });
    },
  };
}

/** Messages about one value. */
type Moved =
  | `also${'' | 'To' | 'Below' | 'From'}`
  | 'movedTo'
  | 'putBelow'
  | 'movedStartTo'
  | 'gaveTo'
  | 'marked'
  | 'made'
  | `hadRepeat${'' | 'From'}`
  | 'setReminderTo';

const VERBS: { readonly [field: string]: Moved } = {
  projectId: 'movedTo',
  sectionId: 'movedTo',
  parentId: 'putBelow',
  dueOn: 'movedTo',
  startOn: 'movedStartTo',
  assigneeId: 'gaveTo',
  doneAt: 'marked',
  archivedAt: 'made',
  recurrence: 'hadRepeat',
  repeatFrom: 'hadRepeatFrom',
  remindAt: 'setReminderTo',
};
const ALSO: { readonly [field: string]: Moved } = {
  parentId: 'alsoBelow',
  doneAt: 'also',
  archivedAt: 'also',
  recurrence: 'also',
  repeatFrom: 'alsoFrom',
};

/** A place has no name that anyone would know. */
const PLACE: Deed = {
  says: () => diaryMessages.get().movedInList,
  also: () => diaryMessages.get().movedElsewhere,
  end: (conflict, reader) => {
    const t = diaryMessages.get();
    const stands = sideOf(
      conflict,
      sameJson(conflict.result as Json, conflict.mine as Json) ? 'mine' : 'theirs',
    );
    if (stands.accountId === reader.me) return t.yourPlaceStands;
    const who = makerOf(stands, reader);
    return who === null ? t.laterPlaceStands : t.placeStands({ who });
  },
};

const deletion = (value: unknown): string =>
  diaryMessages.get()[value === null ? 'broughtBack' : 'deletedIt'];
const DELETION: Deed = {
  says: deletion,
  also: deletion,
  end: ({ result }) => diaryMessages.get()[result === null ? 'isThere' : 'isDeleted'],
};

function editAgainstDeletion({ entity, mine }: Conflict): Deed {
  const fields = Object.keys(mine as object).map((field) => theField(entity, field));
  const says = (value: unknown) =>
    isEdit(value)
      ? diaryMessages.get().changedFields({ fields: listed(fields) })
      : diaryMessages.get().deletedIt;
  return { says, also: says, end: () => diaryMessages.get().staysDeleted };
}
