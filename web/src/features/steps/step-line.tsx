/** One step: its check, its words in place, and what can be done with it. */
import type { Step } from '@holdfast/shared/entities/step';
import { type KeyboardEvent, type Ref, useId } from 'react';
import { Check } from '../../ui/check';
import { isComposing } from '../../ui/composing';
import { IconButton } from '../../ui/icon-button';
import { ChecklistIcon, ChevronDownIcon, MoreIcon, TrashIcon, UpIcon } from '../../ui/icons';
import { MenuButton } from '../../ui/menu-button';
import { useWords } from '../../words/use-words';
import { DraftFault } from '../tasks/draft-fault';
import { useTextDraft } from '../tasks/use-text-draft';
import type { StepEdits } from './step-edits';
import { faultOfStep } from './step-fault';
import { stepsWords } from './words';

export interface StepLineProps {
  step: Step;
  edits: StepEdits;
  mayWrite: boolean;
  field: Ref<HTMLTextAreaElement>;
  /** Absent at the list's ends. */
  onMoveUp?: (() => void) | undefined;
  onMoveDown?: (() => void) | undefined;
  /** Enter: on to the next one, or to a new one. */
  onNext: () => void;
  /** Its words were all taken away: it goes, the focus goes to the one before. */
  onEmptied: () => void;
}

export function StepLine({ step, edits, mayWrite, field, ...on }: StepLineProps) {
  const t = useWords(stepsWords);
  const faultId = useId();
  const done = step.doneAt !== null;
  const { title } = step;
  const draft = useTextDraft({
    value: title,
    version: step.version,
    save: (edit) => edits.rename(step, edit),
    tidy: (text) => text.trim(),
    check: faultOfStep,
  });

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    const act = actOf(event, draft.text);
    if (!act) return;
    event.preventDefault();
    if (act === 'next') void draft.flush().then(on.onNext);
    if (act === 'emptied') on.onEmptied();
    if (act === 'up') on.onMoveUp?.();
    if (act === 'down') on.onMoveDown?.();
  }

  return (
    <li className="step" data-done={done || undefined}>
      <Check
        step
        checked={done}
        label={t.complete({ title })}
        disabled={!mayWrite}
        onChange={(checked) => edits.check(step, checked)}
      />
      <div className="step-words">
        <textarea
          ref={field}
          className="input-plain"
          rows={1}
          aria-label={t.stepLabel({ title })}
          aria-invalid={draft.fault !== null || undefined}
          aria-describedby={faultId}
          readOnly={!mayWrite}
          value={draft.text}
          onFocus={draft.onFocus}
          onBlur={draft.onBlur}
          onChange={(event) => draft.onText(event.currentTarget.value.replace(/[\r\n]+/g, ' '))}
          onKeyDown={onKeyDown}
        />
        <DraftFault id={faultId} fault={draft.fault} />
      </div>
      {mayWrite && (
        <MenuButton
          label={t.more({ title })}
          align="end"
          entries={() => [
            { label: t.moveUp, icon: <UpIcon />, disabled: !on.onMoveUp, onSelect: () => on.onMoveUp?.() },
            {
              label: t.moveDown,
              icon: <ChevronDownIcon />,
              disabled: !on.onMoveDown,
              onSelect: () => on.onMoveDown?.(),
            },
            { label: t.toTask, icon: <ChecklistIcon />, onSelect: () => void edits.toTask(step) },
            { kind: 'line' },
            { label: t.delete, icon: <TrashIcon />, danger: true, onSelect: () => void edits.remove(step) },
          ]}
          trigger={(trigger) => (
            <IconButton {...trigger} className="step-more" label={t.more({ title })} icon={<MoreIcon />} />
          )}
        />
      )}
    </li>
  );
}

function actOf(event: KeyboardEvent, text: string): 'next' | 'emptied' | 'up' | 'down' | null {
  if (event.key === 'Enter') return 'next';
  if (event.key === 'Backspace' && text === '') return 'emptied';
  if (!event.altKey) return null;
  if (event.key === 'ArrowUp') return 'up';
  return event.key === 'ArrowDown' ? 'down' : null;
}
