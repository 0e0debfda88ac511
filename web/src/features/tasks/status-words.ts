/** Statuses as the registry names them, and as people say them. */
import type { Status as StatusName } from '@holdfast/shared/entities/task';
import type { Status as StatusShape } from '../../ui/marks';

export interface StatusChoice {
  readonly value: StatusName;
  readonly shape: StatusShape;
  readonly label: string;
}

export const statusChoices: readonly StatusChoice[] = [
  { value: 'todo', shape: 'todo', label: 'To do' },
  { value: 'in_progress', shape: 'progress', label: 'In progress' },
  { value: 'blocked', shape: 'blocked', label: 'Blocked' },
  { value: 'done', shape: 'done', label: 'Done' },
  { value: 'cancelled', shape: 'done', label: 'Cancelled' },
];

/** A status of a newer version is shown by its own name, with an open ring (PL5). */
export function statusOf(value: string): { readonly shape: StatusShape; readonly label: string } {
  return statusChoices.find((choice) => choice.value === value) ?? { shape: 'todo', label: value };
}
