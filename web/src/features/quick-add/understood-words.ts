/** What was understood, in the words of a chip. Pure. */
import { timeOfDay } from '../../platform/clock';
import { dueWords } from '../tasks/due-words';
import { repeatWords } from '../tasks/repeat-words';
import type { NewTask } from './new-task';
import type { Span, Understood } from './understood';
import { quickAddWords } from './words';

export interface Whole {
  readonly spans: readonly Span[];
  /** What all of the line comes to: a time alone and a repeat have their day from there. */
  readonly task: Pick<NewTask, 'dueOn' | 'dueTime'>;
}

export function understoodWords(means: Understood, { spans, task }: Whole, today: string): string {
  const t = quickAddWords.get();
  const says = (is: (each: Understood) => boolean) => spans.some((span) => is(span.means));
  switch (means.kind) {
    case 'new-project':
      return t.newProject({ name: means.name });
    case 'new-label':
      return t.newLabel({ name: means.name });
    case 'priority':
      return t[means.level];
    case 'when':
      if (means.dueOn === null && says((each) => each.kind === 'when' && each.dueOn !== null))
        return means.dueTime === null ? '' : timeOfDay(means.dueTime);
      return dueWords(task.dueOn, means.dueTime, today);
    case 'repeat':
      return says((each) => each.kind === 'when')
        ? repeatWords(means.recurrence)
        : t.repeatFrom({
            repeat: repeatWords(means.recurrence),
            due: dueWords(task.dueOn, task.dueTime, today),
          });
    default:
      return means.name;
  }
}
