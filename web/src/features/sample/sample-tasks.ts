/** The lessons of a first start: tasks that teach by being done. Pure. */
import { plusDays } from '../../ui/month';
import type { TaskDraft } from '../tasks/task-creations';
import { sampleWords } from './words';

export interface Learner {
  /** `YYYY-MM-DD` in their time zone. */
  readonly today: string;
  /** They tap rather than click. */
  readonly touch: boolean;
}

export function sampleTasks({ today, touch }: Learner): readonly TaskDraft[] {
  const t = sampleWords.get();
  const tomorrow = plusDays(today, 1);
  const lessons: readonly (readonly [title: string, about: string, dueOn: string | null])[] = [
    [t.complete, t.completeAbout, today],
    touch ? [t.swipe, t.swipeAbout, today] : [t.keys, t.keysAbout, today],
    [touch ? t.addByTouch : t.addByKey, t.addAbout, today],
    [t.open, t.openAbout, today],
    [t.offline, t.offlineAbout, tomorrow],
    [t.done, t.doneAbout, null],
  ];
  return lessons.map(([title, description, dueOn]) => ({ title, description, dueOn, newProject: t.project }));
}
