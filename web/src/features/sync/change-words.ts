/** A mutation as a plain sentence: "Completed" and the thing's name. Pure. */
import type { Json } from '@holdfast/shared/entities/fields';
import { entityByName } from '@holdfast/shared/entities/index';
import type { Mutation, Op } from '@holdfast/shared/sync/op';

export interface ChangeWords {
  /** "Completed", "Changed the due date of", "Added" … */
  readonly verb: string;
  /** The name of what it is about, as far as this device knows it. */
  readonly subject: string;
  readonly entity: string;
  readonly rowId: string;
  /** More rows to which it did the same; what came along (a label, the next of a repeating one) does not count. */
  readonly more: number;
}

/** The name (title) of a row that the device holds. */
export type NameOf = (entity: string, id: string) => string | null;

const VERBS: { readonly [name: string]: string } = {
  'task.add': 'Added',
  'task.complete': 'Completed',
  'task.reopen': 'Reopened',
  'task.rename': 'Renamed',
  'task.describe': 'Changed the description of',
  'task.set_status': 'Changed the status of',
  'task.set_priority': 'Changed the priority of',
  'task.schedule': 'Changed the due date of',
  'task.move': 'Moved',
  'task.assign': 'Assigned',
  'task.label': 'Changed the labels of',
  'task.reorder': 'Moved',
  'task.place': 'Moved',
  'task.repeat': 'Changed the repeat of',
  'task.put_back': 'Restored',
  'task.duplicate': 'Copied',
  'task.set_start': 'Changed the start of',
  'task.remind': 'Changed the reminder of',
  'task.estimate': 'Changed the estimate of',
  'task.wait_for': 'Changed what comes before',
  'task.skip': 'Skipped one of',
  'task.pause_repeat': 'Paused',
  'task.resume_repeat': 'Went on with',
  'task.set_parent': 'Moved',
  'step.check': 'Checked',
  'step.uncheck': 'Unchecked',
  'step.to_task': 'Turned into a task:',
  'project.archive': 'Archived',
  'project.unarchive': 'Brought back',
  'change.undo': 'Took back a change of',
  'question.settle': 'Decided about',
  'hold.release': 'Released',
  'hold.drop': 'Dropped',
};
/** Where the name as a whole says nothing more: `label.add`, `project.color`. */
const BY_ACT: { readonly [act: string]: string } = {
  add: 'Added',
  rename: 'Renamed',
  color: 'Changed the colour of',
  reorder: 'Moved',
  delete: 'Deleted',
  restore: 'Brought back',
};
const BY_OP: { readonly [op in Op['op']]: string } = {
  create: 'Added',
  patch: 'Changed',
  delete: 'Deleted',
  restore: 'Brought back',
};

/**
 * The op that a mutation is about is the last of the kind in its name: what it needs (a new label) comes before it,
 * what goes along (the steps of a copy) behind. Of a decision, its row.
 */
export function changeWords(mutation: Pick<Mutation, 'name' | 'ops'>, nameOf: NameOf): ChangeWords | null {
  const [kind, act = ''] = mutation.name.split('.');
  const op =
    mutation.ops.findLast((one) => one.entity === kind) ??
    mutation.ops.findLast((one) => one.entity !== 'conflict') ??
    mutation.ops.at(-1);
  if (!op) return null;
  const verb = VERBS[mutation.name] ?? BY_ACT[act] ?? BY_OP[op.op];
  const subject = nameOf(op.entity, op.id) ?? nameIn(op) ?? entityByName(op.entity)?.label[0] ?? op.entity;
  return {
    verb,
    subject,
    entity: op.entity,
    rowId: op.id,
    more:
      new Set(mutation.ops.flatMap((one) => (one.op === op.op && one.entity === op.entity ? one.id : [])))
        .size - 1,
  };
}

/** The person's own words in a change, for *needs you*: what they wrote, field by field. */
export function ownWords(mutation: Mutation): readonly { readonly label: string; readonly text: string }[] {
  return mutation.ops.flatMap((op) =>
    Object.entries(op.changes).flatMap(([name, { to }]) => {
      const field = entityByName(op.entity)?.fields[name];
      if (!field || (field.merge !== 'text' && name !== 'name') || typeof to !== 'string' || to === '')
        return [];
      return [{ label: field.label, text: to }];
    }),
  );
}

/** Everything that a change says, as text to copy. */
export const copyText = (mutation: Mutation): string =>
  ownWords(mutation)
    .map(({ text }) => text)
    .join('\n\n');

function nameIn(op: Op): string | null {
  const to: Json | undefined = op.changes.title?.to ?? op.changes.name?.to;
  return typeof to === 'string' ? to : null;
}
