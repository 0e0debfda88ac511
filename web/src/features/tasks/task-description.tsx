/** The description of the open task, in place. */
import type { Task } from '@holdfast/shared/entities/task';
import { useId } from 'react';
import { Block } from '../../ui/facts';
import { DraftFault } from './draft-fault';
import type { TaskEdits } from './task-edits';
import { useTextDraft } from './use-text-draft';

export interface TaskDescriptionProps {
  task: Task;
  describe: TaskEdits['describe'];
  mayWrite: boolean;
}

export function TaskDescription({ task, describe, mayWrite }: TaskDescriptionProps) {
  const draft = useTextDraft({
    value: task.description,
    version: task.version,
    save: describe,
    check: (text) =>
      text.length > 100_000
        ? `A description has at most 100,000 letters; this one has ${text.length.toLocaleString('en')}.`
        : null,
  });
  const faultId = useId();
  return (
    <Block title="Description">
      <textarea
        className="input-plain prose"
        rows={2}
        aria-label="Description"
        placeholder={mayWrite ? 'Add a description' : 'No description'}
        aria-invalid={draft.fault !== null || undefined}
        aria-describedby={faultId}
        readOnly={!mayWrite}
        value={draft.text}
        onFocus={draft.onFocus}
        onBlur={draft.onBlur}
        onChange={(event) => draft.onText(event.currentTarget.value)}
      />
      <DraftFault id={faultId} fault={draft.fault} />
    </Block>
  );
}
