/** What is done with many tasks at once, as the ops on each of them: only what really changes. Pure. */
import { isOpen, type Task } from '@holdfast/shared/entities/task';
import type { Changes } from '@holdfast/shared/sync/op';
import type { OpIntent } from '../../db/intent';

export type ManyChange =
  /** `dueTime` null: each keeps its time. */
  | { readonly do: 'schedule'; readonly dueOn: string | null; readonly dueTime: string | null }
  /** To the end of the project's list, in the order in which they are given; null is the Inbox. */
  | { readonly do: 'move'; readonly projectId: string | null }
  /** `newName`: a label that does not exist yet is made with it. */
  | { readonly do: 'label'; readonly id: string; readonly on: boolean; readonly newName?: string }
  | { readonly do: 'assign'; readonly assigneeId: string | null }
  | { readonly do: 'priority'; readonly priority: number }
  | { readonly do: 'complete' }
  | { readonly do: 'delete' };

/** The mutation's name: what one of them would be called. */
export const nameOf: { readonly [what in ManyChange['do']]: string } = {
  schedule: 'task.schedule',
  move: 'task.move',
  label: 'task.label',
  assign: 'task.assign',
  priority: 'task.set_priority',
  complete: 'task.complete',
  delete: 'task.delete',
};

/** @param position at the end of the list that it moves to */
export function opOn(change: ManyChange, task: Task, position: () => string): OpIntent | null {
  if (change.do === 'delete') {
    const { id, version } = task;
    return task.deletedAt === null ? { op: 'delete', entity: 'task', id, base: version } : null;
  }
  const changes = changesOf(change, task, position);
  if (Object.keys(changes).length === 0) return null;
  return { op: 'patch', entity: 'task', id: task.id, base: task.version, changes };
}

function changesOf(
  change: Exclude<ManyChange, { do: 'delete' }>,
  task: Task,
  position: () => string,
): Changes {
  switch (change.do) {
    case 'schedule': {
      const dueTime = change.dueOn === null ? null : (change.dueTime ?? task.dueTime);
      return { ...from(task, 'dueOn', change.dueOn), ...from(task, 'dueTime', dueTime) };
    }
    case 'move':
      if (task.projectId === change.projectId) return {};
      return {
        ...from(task, 'projectId', change.projectId),
        ...from(task, 'sectionId', null),
        ...from(task, 'position', position()),
      };
    case 'label': {
      if (task.labels.includes(change.id) === change.on) return {};
      const others = task.labels.filter((id) => id !== change.id);
      const to = change.on ? [...others, change.id].sort() : others.sort();
      return { labels: { from: [...task.labels].sort(), to } };
    }
    case 'assign':
      return from(task, 'assigneeId', change.assigneeId);
    case 'priority':
      return from(task, 'priority', change.priority);
    case 'complete':
      return isOpen(task.status)
        ? { ...from(task, 'status', 'done'), ...from(task, 'blockedReason', null) }
        : {};
  }
}

function from<F extends keyof Task>(task: Task, field: F, to: Task[F] & Changes[string]['to']): Changes {
  return task[field] === to ? {} : { [field]: { from: task[field] as Changes[string]['from'], to } };
}
