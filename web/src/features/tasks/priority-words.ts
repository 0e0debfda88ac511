/** Priorities as the registry counts them, and as people say them. */
import { PRIORITY } from '@holdfast/shared/entities/task';
import type { Priority } from '../../ui/marks';
import { tasksWords } from './words';

export interface PriorityChoice {
  readonly value: number;
  readonly level: Priority;
  readonly label: string;
}

export const priorityChoices: readonly PriorityChoice[] = [
  {
    value: PRIORITY.urgent,
    level: 'urgent',
    get label() {
      return tasksWords.get().urgent;
    },
  },
  {
    value: PRIORITY.high,
    level: 'high',
    get label() {
      return tasksWords.get().high;
    },
  },
  {
    value: PRIORITY.normal,
    level: 'normal',
    get label() {
      return tasksWords.get().normal;
    },
  },
  {
    value: PRIORITY.low,
    level: 'low',
    get label() {
      return tasksWords.get().low;
    },
  },
];

/** The mark of a priority; a value of a newer version is shown as normal. */
export function priorityOf(value: number): PriorityChoice {
  return (
    priorityChoices.find((choice) => choice.value === value) ??
    ({ value, level: 'normal', label: tasksWords.get().normal } as const)
  );
}
