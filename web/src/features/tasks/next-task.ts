/** The task that comes after a repeating one is done (MG12). Pure. */
import type { Json } from '@holdfast/shared/entities/fields';
import type { Task } from '@holdfast/shared/entities/task';
import { plusDays } from '../../ui/month';
import { carriedOver } from './carried-over';
import { nextDue } from './next-due';

/** What the next one begins with; null where the repetition ends. */
export function nextTask(task: Task, today: string): { readonly [field: string]: Json } | null {
  if (task.recurrence === null) return null;
  const next = nextDue({ ...task, recurrence: task.recurrence }, today);
  if (!next) return null;
  const days = daysBetween(task.dueOn ?? today, next.dueOn);
  return {
    ...carriedOver(task),
    // What begins and reminds before the due date does so again, as long before.
    startOn: task.startOn === null ? null : plusDays(task.startOn, days),
    remindAt: task.remindAt === null ? null : plusLocalDays(task.remindAt, days),
    dueOn: next.dueOn,
    recurrence: next.recurrence,
    // In the same place of its list, on every device the same.
    position: task.position,
  };
}

/** At the same time of the reader's day, whatever their clocks do between. */
function plusLocalDays(at: number, days: number): number {
  const date = new Date(at);
  date.setDate(date.getDate() + days);
  return date.getTime();
}

const dayNumber = (day: string): number => new Date(`${day}T00:00:00Z`).getTime() / 86_400_000;
const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);
