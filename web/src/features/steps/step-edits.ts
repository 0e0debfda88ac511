/** What a checklist asks to be written. Each answers with words if it was refused, null once it is stored. */
import type { Step } from '@holdfast/shared/entities/step';
import type { TextEdit } from '../tasks/text-draft';
import type { Between, StepLine } from './actions';

type Written = Promise<string | null>;

export interface StepEdits {
  readonly add: (lines: readonly StepLine[], place: Between) => Written;
  readonly rename: (step: Step, edit: TextEdit) => Written;
  readonly check: (step: Step, done: boolean) => Written;
  readonly move: (step: Step, between: Between) => Written;
  readonly remove: (step: Step, quietly?: boolean) => Written;
  readonly toTask: (step: Step) => Written;
}
