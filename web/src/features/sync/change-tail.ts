/** What a change led to, after the thing's name: "to In progress", "to Fri 13 Mar, 09:00". Pure. */
import type { Mutation } from '@holdfast/shared/sync/op';
import { dueWords } from '../tasks/due-words';
import { priorityOf } from '../tasks/priority-words';
import { statusOf } from '../tasks/status-words';
import type { NameOf } from './change-words';

export function changeTail(mutation: Pick<Mutation, 'name' | 'ops'>, nameOf: NameOf, today: string): string {
  const changes = mutation.ops.at(-1)?.changes ?? {};
  const to = (field: string) => changes[field]?.to;
  switch (mutation.name) {
    case 'task.set_status': {
      const status = to('status');
      return typeof status === 'string' ? `to ${statusOf(status).label}` : '';
    }
    case 'task.set_priority': {
      const priority = to('priority');
      return typeof priority === 'number' ? `to ${priorityOf(priority).label}` : '';
    }
    case 'task.schedule': {
      const day = to('dueOn');
      const time = to('dueTime');
      if (day === undefined) return typeof time === 'string' ? `to ${time}` : '';
      if (typeof day !== 'string') return 'to no date';
      return `to ${dueWords(day, typeof time === 'string' ? time : null, today)}`;
    }
    case 'task.move': {
      const project = to('projectId');
      return typeof project === 'string' ? `to ${nameOf('project', project) ?? 'a project'}` : 'to the Inbox';
    }
    case 'task.assign': {
      const person = to('assigneeId');
      return typeof person === 'string' ? `to ${nameOf('member', person) ?? 'somebody'}` : 'to nobody';
    }
    case 'task.place': {
      const [status, day] = [to('status'), to('dueOn')];
      if (typeof status === 'string') return `to ${statusOf(status).label}`;
      return typeof day === 'string' ? `to ${dueWords(day, null, today)}` : '';
    }
    default:
      return '';
  }
}
