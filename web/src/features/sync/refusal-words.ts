/** What was turned down, as a sentence, and why. Pure. */
import { listWords } from '../merges/diary';
import { fieldLabel } from '../merges/value-words';
import type { NeedsYouGroup } from './needs-you';

/** "Your change of **T** could not be saved": the words around the name. */
export function refusalLead(group: NeedsYouGroup): { readonly before: string; readonly after: string } {
  const op = group.mutation.ops.at(-1);
  if (group.code === 'left') return { before: 'You decided about', after: 'but not all of it came in' };
  if (op?.entity === 'comment') return { before: 'Your comment on', after: 'could not be added' };
  switch (op?.op) {
    case 'create':
      return { before: 'Your new', after: 'could not be added' };
    case 'delete':
      return { before: 'You deleted', after: 'but it could not be deleted for everyone' };
    case 'restore':
      return { before: 'You brought back', after: 'but not for everyone yet' };
    default:
      return { before: `Your change of ${fieldsOf(group)}`.trim(), after: 'was not taken' };
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
  const also =
    group.dependants === 0
      ? ''
      : ` ${group.dependants === 1 ? '1 more change belongs' : `${group.dependants} more changes belong`} to it and waits with it.`;
  if (group.code === 'forbidden' && mayWrite)
    return `You could not change this in ${workspaceName} then. Retry sends it again.${also}`;
  if (group.code === 'forbidden')
    return `You can see ${workspaceName} but not change it any more. Your change is kept here.${also}`;
  return `${group.reason}${also}`;
}

/** "Discard your comment on T?" */
export function discardQuestion(group: NeedsYouGroup): string {
  const op = group.mutation.ops.at(-1);
  const name = group.words.subject;
  if (op?.entity === 'comment') return `Discard your comment on ${name}?`;
  return op?.op === 'create' ? `Discard ${name}?` : `Discard your change of ${name}?`;
}
