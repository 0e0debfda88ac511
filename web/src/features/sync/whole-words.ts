/** A change with what it led to: "Changed the status of {subject} to In progress". Pure. */
import type { Mutation } from '@holdfast/shared/sync/op';
import { type Said, saidWithin } from '../../words/said';
import { dueWords } from '../tasks/due-words';
import { priorityOf } from '../tasks/priority-words';
import { statusOf } from '../tasks/status-words';
import type { ChangeWords, Deed, NameOf } from './change-words';
import { deedMessages } from './deed-messages';

/** `words` with where it led, if that has a name. */
export function wholeWords(
  mutation: Pick<Mutation, 'name' | 'ops'>,
  { said, subject }: ChangeWords,
  nameOf: NameOf,
  today: string,
): Said {
  const led = ledTo(mutation, nameOf, today);
  return led === null ? said : { words: deedMessages.get()[led.deed], blanks: { subject, to: led.to ?? '' } };
}

/** "{deed} and 2 more": of several that are told as one. */
export const andMore = (said: Said, more: number): Said =>
  more > 0 ? saidWithin(deedMessages.get().andMore(more, { what: '{what}' }), 'what', said) : said;

interface Led {
  readonly deed: Deed;
  readonly to?: string;
}

function ledTo({ name, ops }: Pick<Mutation, 'name' | 'ops'>, nameOf: NameOf, today: string): Led | null {
  const changes = ops.at(-1)?.changes ?? {};
  const to = (field: string) => changes[field]?.to;
  switch (name) {
    case 'task.set_status': {
      const status = to('status');
      return typeof status === 'string' ? { deed: 'statusChangedTo', to: statusOf(status).label } : null;
    }
    case 'task.set_priority': {
      const priority = to('priority');
      return typeof priority === 'number'
        ? { deed: 'priorityChangedTo', to: priorityOf(priority).label }
        : null;
    }
    case 'task.schedule': {
      const [day, time] = [to('dueOn'), to('dueTime')];
      if (day === undefined) return typeof time === 'string' ? { deed: 'scheduledTo', to: time } : null;
      if (typeof day !== 'string') return { deed: 'unscheduled' };
      return { deed: 'scheduledTo', to: dueWords(day, typeof time === 'string' ? time : null, today) };
    }
    case 'task.move': {
      const project = to('projectId');
      if (typeof project !== 'string') return { deed: 'movedToInbox' };
      const known = nameOf('project', project);
      return known === null ? { deed: 'movedToSomeProject' } : { deed: 'movedTo', to: known };
    }
    case 'task.assign': {
      const person = to('assigneeId');
      if (typeof person !== 'string') return { deed: 'assignedToNobody' };
      const known = nameOf('member', person);
      return known === null ? { deed: 'assignedToSomebody' } : { deed: 'assignedTo', to: known };
    }
    case 'task.place': {
      const [status, day] = [to('status'), to('dueOn')];
      if (typeof status === 'string') return { deed: 'movedTo', to: statusOf(status).label };
      return typeof day === 'string' ? { deed: 'movedTo', to: dueWords(day, null, today) } : null;
    }
    default:
      return null;
  }
}
