/** The checklist of the open task. Every step is written on its own. */
import type { Step } from '@holdfast/shared/entities/step';
import type { Task } from '@holdfast/shared/entities/task';
import { useRef } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { Block } from '../../ui/facts';
import { useWords } from '../../words/use-words';
import { AddLines } from './add-lines';
import { betweenAt } from './between-at';
import { liveSteps } from './queries';
import { StepLine } from './step-line';
import { useStepEdits } from './use-step-edits';
import { stepsWords } from './words';

export function Checklist({ task, mayWrite }: { task: Task; mayWrite: boolean }) {
  const t = useWords(stepsWords);
  const { workspaceId } = useActionContext();
  const live = useLive(liveSteps(workspaceId, task.id), [workspaceId, task.id]);
  const edits = useStepEdits(task);
  const fields = useRef(new Map<string, HTMLTextAreaElement>());
  const adding = useRef<HTMLInputElement>(null);
  if (live.state !== 'ready') return null;
  const steps = live.value;
  if (steps.length === 0 && !mayWrite) return null;
  const done = steps.filter((step) => step.doneAt !== null).length;

  const focus = (at: number) => {
    const step = steps[at];
    (step ? fields.current.get(step.id) : adding.current)?.focus();
  };
  const move = (step: Step, to: number) => void edits.move(step, betweenAt(steps, step.id, to));

  return (
    <Block title={t.title} note={steps.length > 0 && t.progress({ done, all: steps.length })}>
      <ul className="steps" aria-label={t.title}>
        {steps.map((step, at) => (
          <StepLine
            key={step.id}
            step={step}
            edits={edits}
            mayWrite={mayWrite}
            field={(element) => {
              if (element) fields.current.set(step.id, element);
              else fields.current.delete(step.id);
            }}
            onMoveUp={at === 0 ? undefined : () => move(step, at - 1)}
            onMoveDown={at === steps.length - 1 ? undefined : () => move(step, at + 1)}
            onNext={() => focus(at + 1)}
            onEmptied={() => {
              focus(at === 0 ? 1 : at - 1);
              void edits.remove(step);
            }}
          />
        ))}
      </ul>
      {mayWrite && (
        <AddLines
          field={adding}
          label={t.add}
          onAdd={(lines) => edits.add(lines, { before: steps.at(-1)?.position ?? null, after: null })}
        />
      )}
    </Block>
  );
}
