/**
 * The diary of merges: what was joined without a question, each in one plain sentence, with the value that did not
 * stand (decision 022). Pure.
 *
 *   You moved it to Fri 13 Mar on the phone, offline, 14:02; Ana to Mon 16 Mar, 14:10; Mon 16 Mar stands.
 */
import { type Conflict, type ConflictSide, sideOf } from '@holdfast/shared/entities/conflict';
import type { Json } from '@holdfast/shared/entities/fields';
import { entityByName } from '@holdfast/shared/entities/index';
import { sameJson } from '@holdfast/shared/merge/json';
import { fieldLabel, valueWords, type Wording } from './value-words';

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
  const opening = `${whoSays(first.side, reader, null)} ${deed.says(first.value, reader)}${placed(first.side, reader)}`;
  const answer = `${whoSays(second.side, reader, first.side)} ${deed.also(second.value, reader)}${placed(second.side, reader)}`;
  return `${opening}; ${answer}; ${deed.end(conflict, reader)}.`;
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
  const words =
    field === 'position' ? 'Take the other place' : `Take ${valueWords(entity, field, value, reader)}`;
  return { words, field, value: value as Json };
}

function otherOfDeletion({ mine, result }: Conflict): Other | null {
  // An edit of lesser fields on a deleted row: bringing it back is a matter of its own, with its own button.
  if (isEdit(mine)) return { words: 'Bring it back with the change', field: 'deletedAt', value: null };
  return result === null
    ? { words: 'Delete it', field: 'deletedAt', value: 0 }
    : { words: 'Bring it back', field: 'deletedAt', value: null };
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

function whoSays(side: ConflictSide, { me, nameOf }: Reader, before: ConflictSide | null): string {
  if (side.accountId === me) return before?.accountId === me ? 'you' : 'You';
  const name = side.accountId === '' ? null : nameOf('member', side.accountId);
  return name ?? (before === null ? 'Somebody' : 'somebody');
}

/** " on the phone, offline, 14:02": the device only of the reader's own edits. */
function placed(side: ConflictSide, { me, deviceId, moment }: Reader): string {
  const device =
    side.accountId !== me
      ? ''
      : side.id === deviceId
        ? ' on this device'
        : side.name === ''
          ? ''
          : ` in ${side.name}`;
  return `${device}${side.offline ? ', offline' : ''}, ${moment(side.at)}`;
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
  const verb = VERBS[field] ?? `changed the ${fieldLabel(entity, field)} to`;
  return {
    says: (value, reader) => `${verb} ${words(value, reader)}`,
    also: (value, reader) => [ALSO[field] ?? 'to', words(value, reader)].filter(Boolean).join(' '),
    end: ({ mine, theirs, result }, reader) =>
      sameJson(result as Json, mine as Json) || sameJson(result as Json, theirs as Json)
        ? `${words(result, reader)} stands`
        : `both were joined: ${words(result, reader)}`,
  };
}

const VERBS: { readonly [field: string]: string } = {
  projectId: 'moved it to',
  sectionId: 'moved it to',
  parentId: 'put it below',
  dueOn: 'moved it to',
  startOn: 'moved its start to',
  assigneeId: 'gave it to',
  doneAt: 'marked it',
  archivedAt: 'made it',
  recurrence: 'had it repeat',
  repeatFrom: 'had it repeat from',
  remindAt: 'set the reminder to',
};
const ALSO: { readonly [field: string]: string } = {
  parentId: 'below',
  doneAt: '',
  archivedAt: '',
  recurrence: '',
  repeatFrom: 'from',
};

/** A place has no name that anyone would know. */
const PLACE: Deed = {
  says: () => 'moved it in the list',
  also: () => 'moved it elsewhere',
  end: (conflict, reader) => {
    const stands = sameJson(conflict.result as Json, conflict.mine as Json) ? 'mine' : 'theirs';
    const { accountId } = sideOf(conflict, stands);
    const name = accountId === '' ? null : reader.nameOf('member', accountId);
    return accountId === reader.me
      ? 'your place stands'
      : name === null
        ? 'the later place stands'
        : `${name}’s place stands`;
  },
};

const DELETION: Deed = {
  says: (value) => (value === null ? 'brought it back' : 'deleted it'),
  also: (value) => (value === null ? 'brought it back' : 'deleted it'),
  end: ({ result }) => (result === null ? 'it is there' : 'it is deleted'),
};

function editAgainstDeletion({ entity, mine }: Conflict): Deed {
  const fields = Object.keys(mine as object).map((field) => `the ${fieldLabel(entity, field)}`);
  const edited = `changed ${listWords(fields)}`;
  const says = (value: unknown) => (isEdit(value) ? edited : 'deleted it');
  return { says, also: says, end: () => 'it stays deleted' };
}

/** "a", "a and b", "a, b and c". */
export function listWords(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** What it is a "task", "project" … where the row's own name is not known. */
export const kindOf = (entity: string): string => entityByName(entity)?.label[0] ?? entity;
