/** Priorities as the registry counts them, and as people say them. */
import { PRIORITY } from '@holdfast/shared/entities/task';
import type { Priority } from '../../ui/marks';

export interface PriorityChoice {
  readonly value: number;
  readonly level: Priority;
  readonly label: string;
}

export const priorityChoices: readonly PriorityChoice[] = [
  { value: PRIORITY.urgent, level: 'urgent', label: 'Urgent' },
  { value: PRIORITY.high, level: 'high', label: 'High' },
  { value: PRIORITY.normal, level: 'normal', label: 'Normal' },
  { value: PRIORITY.low, level: 'low', label: 'Low' },
];

/** The mark of a priority; a value of a newer version is shown as normal. */
export function priorityOf(value: number): PriorityChoice {
  return (
    priorityChoices.find((choice) => choice.value === value) ??
    ({ value, level: 'normal', label: 'Normal' } as const)
  );
}
