/** What was turned down, as a sentence, and why. Pure. */
import { listed } from '../../words/list';
import type { Said } from '../../words/said';
import { theField } from '../fields/field-words';
import { centreWords } from './centre-words';
import type { NeedsYouGroup } from './needs-you';

/** "Your change of the title of **T** was not taken" */
export function refusalLead(group: NeedsYouGroup): Said {
  const t = centreWords.get();
  const op = group.mutation.ops.at(-1);
  const { subject } = group.words;
  const say = (words: string): Said => ({ words, blanks: { subject } });
  if (group.code === 'left') return say(t.notAllDecided);
  if (op?.entity === 'comment') return say(t.commentNotAdded);
  if (op?.op === 'create') return say(t.notAdded);
  if (op?.op === 'delete') return say(t.notDeleted);
  if (op?.op === 'restore') return say(t.notBroughtBack);
  const fields = new Set(Object.keys(op?.changes ?? {}).map((field) => theField(op?.entity ?? '', field)));
  return fields.size === 0
    ? say(t.changeNotTaken)
    : { words: t.fieldsNotTaken, blanks: { subject, fields: listed([...fields]) } };
}

/** The reason; where the place is known, it is named. */
export function refusalReason(group: NeedsYouGroup, workspaceName: string, mayWrite: boolean): string {
  const also = group.dependants === 0 ? '' : ` ${centreWords.get().alsoWaits(group.dependants)}`;
  if (group.code === 'forbidden' && mayWrite)
    return centreWords.get().couldNotChange({ workspaceName, also });
  if (group.code === 'forbidden') return centreWords.get().mayOnlySee({ workspaceName, also });
  return `${group.reason}${also}`;
}

/** "Discard your comment on “T”?" */
export function discardQuestion(group: NeedsYouGroup): string {
  const op = group.mutation.ops.at(-1);
  const name = group.words.subject;
  if (op?.entity === 'comment') return centreWords.get().discardComment({ name });
  return op?.op === 'create'
    ? centreWords.get().discardNamed({ name })
    : centreWords.get().discardChange({ name });
}
