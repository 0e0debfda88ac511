/** What was turned down, as a sentence, and why. Pure. */
import { listWords } from '../merges/diary';
import { fieldLabel } from '../merges/value-words';
import { centreWords } from './centre-words';
import type { NeedsYouGroup } from './needs-you';

/** "Your change of **T** could not be saved": the words around the name. */
export function refusalLead(group: NeedsYouGroup): { readonly before: string; readonly after: string } {
  const op = group.mutation.ops.at(-1);
  if (group.code === 'left')
    return { before: centreWords.get().youDecided, after: centreWords.get().notAllCameIn };
  if (op?.entity === 'comment')
    return { before: centreWords.get().yourComment, after: centreWords.get().notAdded };
  switch (op?.op) {
    case 'create':
      return { before: centreWords.get().yourNew, after: centreWords.get().notAdded };
    case 'delete':
      return { before: centreWords.get().youDeleted, after: centreWords.get().notDeleted };
    case 'restore':
      return { before: centreWords.get().youBroughtBack, after: centreWords.get().notForEveryone };
    default:
      return { before: `Your change of ${fieldsOf(group)}`.trim(), after: centreWords.get().notTaken };
  }
}

/** "the title and the due date of", "" where no field has a name. */
function fieldsOf({ mutation }: NeedsYouGroup): string {
  const op = mutation.ops.at(-1);
  const labels = Object.keys(op?.changes ?? {}).map((field) => `the ${fieldLabel(op?.entity ?? '', field)}`);
  return labels.length === 0 ? '' : `${listWords([...new Set(labels)])} of`;
}

/** The reason; where the place is known, it is named. */
export function refusalReason(group: NeedsYouGroup, workspaceName: string, mayWrite: boolean): string {
  const also = group.dependants === 0 ? '' : ` ${centreWords.get().alsoWaits(group.dependants)}`;
  if (group.code === 'forbidden' && mayWrite)
    return centreWords.get().couldNotChange({ workspaceName, also });
  if (group.code === 'forbidden') return centreWords.get().mayOnlySee({ workspaceName, also });
  return `${group.reason}${also}`;
}

/** "Discard your comment on T?" */
export function discardQuestion(group: NeedsYouGroup): string {
  const op = group.mutation.ops.at(-1);
  const name = group.words.subject;
  if (op?.entity === 'comment') return centreWords.get().discardComment({ name });
  return op?.op === 'create'
    ? centreWords.get().discardNamed({ name })
    : centreWords.get().discardChange({ name });
}
