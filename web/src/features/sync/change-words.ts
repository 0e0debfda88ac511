/** A mutation as a plain sentence: "Completed **Pay rent**". Pure. */
import type { Json } from '@holdfast/shared/entities/fields';
import { entityByName } from '@holdfast/shared/entities/index';
import type { Mutation, Op } from '@holdfast/shared/sync/op';
import type { Said } from '../../words/said';
import { fieldLabel, kindOf } from '../fields/field-words';
import { deedMessages } from './deed-messages';

export interface ChangeWords {
  readonly deed: Deed;
  /** "Completed {subject}" */
  readonly said: Said;
  /** The name of what it is about, as far as this device knows it. */
  readonly subject: string;
  readonly entity: string;
  readonly rowId: string;
  /** More rows to which it did the same; what came along (a label, the next of a repeating one) does not count. */
  readonly more: number;
}

/** What a change did, as its message is called. */
export type Deed = Exclude<keyof ReturnType<typeof deedMessages.get>, 'andMore'>;

/** The name (title) of a row that the device holds. */
export type NameOf = (entity: string, id: string) => string | null;

const BY_NAME: { readonly [name: string]: Deed } = {
  'task.add': 'added',
  'task.complete': 'completed',
  'task.reopen': 'reopened',
  'task.rename': 'renamed',
  'task.describe': 'described',
  'task.set_status': 'statusChanged',
  'task.set_priority': 'priorityChanged',
  'task.schedule': 'scheduled',
  'task.move': 'moved',
  'task.assign': 'assigned',
  'task.label': 'labelled',
  'task.reorder': 'moved',
  'task.place': 'moved',
  'task.repeat': 'repeatChanged',
  'task.put_back': 'restored',
  'task.duplicate': 'copied',
  'task.set_start': 'startChanged',
  'task.remind': 'reminderChanged',
  'task.estimate': 'estimated',
  'task.wait_for': 'waitsChanged',
  'task.skip': 'skippedOne',
  'task.pause_repeat': 'paused',
  'task.resume_repeat': 'resumed',
  'task.set_parent': 'moved',
  'step.check': 'checked',
  'step.uncheck': 'unchecked',
  'step.to_task': 'madeTask',
  'project.archive': 'archived',
  'project.unarchive': 'broughtBack',
  'change.undo': 'tookBack',
  'question.settle': 'decided',
  'hold.release': 'released',
  'hold.drop': 'dropped',
};
/** Where the name as a whole says nothing more: `label.add`, `project.color`. */
const BY_ACT: { readonly [act: string]: Deed } = {
  add: 'added',
  rename: 'renamed',
  color: 'coloured',
  reorder: 'moved',
  delete: 'deleted',
  restore: 'broughtBack',
};
const BY_OP: { readonly [op in Op['op']]: Deed } = {
  create: 'added',
  patch: 'changed',
  delete: 'deleted',
  restore: 'broughtBack',
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
  const deed = BY_NAME[mutation.name] ?? BY_ACT[act] ?? BY_OP[op.op];
  const subject = nameOf(op.entity, op.id) ?? nameIn(op) ?? kindOf(op.entity);
  return {
    deed,
    said: { words: deedMessages.get()[deed], blanks: { subject } },
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
      return [{ label: fieldLabel(op.entity, name), text: to }];
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
