/** Statuses as the registry names them, and as people say them. */
import type { Status as StatusName } from '@holdfast/shared/entities/task';
import type { Status as StatusShape } from '../../ui/marks';
import { tasksWords } from './words';

export interface StatusChoice {
  readonly value: StatusName;
  readonly shape: StatusShape;
  readonly label: string;
}

export const statusChoices: readonly StatusChoice[] = [
  {
    value: 'todo',
    shape: 'todo',
    get label() {
      return tasksWords.get().todo;
    },
  },
  {
    value: 'in_progress',
    shape: 'progress',
    get label() {
      return tasksWords.get().inProgress;
    },
  },
  {
    value: 'blocked',
    shape: 'blocked',
    get label() {
      return tasksWords.get().blocked;
    },
  },
  {
    value: 'done',
    shape: 'done',
    get label() {
      return tasksWords.get().done;
    },
  },
  {
    value: 'cancelled',
    shape: 'done',
    get label() {
      return tasksWords.get().cancelled;
    },
  },
];

/** A status of a newer version is shown by its own name, with an open ring (PL5). */
export function statusOf(value: string): { readonly shape: StatusShape; readonly label: string } {
  return statusChoices.find((choice) => choice.value === value) ?? { shape: 'todo', label: value };
}
