/** The title of the open task, in place: looks like text, is a field. Enter saves; a line break is no part of it. */
import type { Task } from '@holdfast/shared/entities/task';
import { type RefObject, useId } from 'react';
import { isComposing } from '../../ui/composing';
import { number } from '../../words/number';
import { useWords } from '../../words/use-words';
import { DraftFault } from './draft-fault';
import { panelWords } from './panel-words';
import type { TaskEdits } from './task-edits';
import { useTextDraft } from './use-text-draft';

export interface TaskTitleProps {
  task: Task;
  rename: TaskEdits['rename'];
  mayWrite: boolean;
  field?: RefObject<HTMLTextAreaElement | null> | undefined;
}

export function TaskTitle({ task, rename, mayWrite, field }: TaskTitleProps) {
  const t = useWords(panelWords);
  const draft = useTextDraft({
    value: task.title,
    version: task.version,
    save: rename,
    tidy,
    check: faultOfTitle,
  });
  const faultId = useId();
  return (
    <div>
      <textarea
        ref={field}
        className="input-plain text-[length:inherit] leading-[inherit]"
        rows={1}
        aria-label={t.title}
        aria-invalid={draft.fault !== null || undefined}
        aria-describedby={faultId}
        readOnly={!mayWrite}
        value={draft.text}
        onFocus={draft.onFocus}
        onBlur={draft.onBlur}
        onChange={(event) => draft.onText(event.currentTarget.value.replace(/[\r\n]+/g, ' '))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          void draft.flush();
          event.currentTarget.blur();
        }}
      />
      <DraftFault id={faultId} fault={draft.fault} />
    </div>
  );
}

const tidy = (text: string): string => text.trim();

function faultOfTitle(text: string): string | null {
  const t = panelWords.get();
  if (text.trim() === '') return t.needsTitle;
  if (text.length > 500) return t.tooLong({ letters: number(text.length) });
  return null;
}
