/**
 * The days to come: what is due after today, day by day. It is read from the first day on, as far as the person has
 * scrolled. Pure but for the query.
 */
import type { Task } from '@holdfast/shared/entities/task';
import type { Query } from '../../db/live';
import { plusDays } from '../../ui/month';
import { liveDueCount } from '../tasks/due-count';
import { isMine, type Whose, whatIsThere } from '../tasks/queries';

export interface Upcoming {
  readonly tasks: readonly Task[];
  /** How many rows were asked for. */
  readonly limit: number;
  /** Not all of them were read. */
  readonly more: boolean;
}

export const liveUpcoming =
  (workspaceId: string, today: string, whose: Whose, limit: number): Query<Upcoming> =>
  async (read) => {
    const from = [workspaceId, 0, 0, plusDays(today, 1)];
    const [due, isThere] = await Promise.all([
      read.rows('task', { index: 'due', from, to: [workspaceId, 0, 0, LAST_DAY], limit }),
      whatIsThere(read, workspaceId),
    ]);
    const tasks = due.filter((task) => isThere(task) && (whose === null || isMine(task, whose.me)));
    return { tasks, limit, more: due.length === limit };
  };

/** How many tasks are due after today. */
export const liveUpcomingCount = (workspaceId: string, today: string, whose: Whose): Query<number> =>
  liveDueCount(workspaceId, plusDays(today, 1), BEHIND_DAYS, whose);

/** Behind all days, before what has none. */
const BEHIND_DAYS = '9999-99-99';

const LAST_DAY = '~';

export interface AgendaDay {
  readonly date: string;
  readonly ids: readonly string[];
}

/** The next days stand there even if they are free; later ones only where something is due. */
const DAYS_SHOWN = 7;

/** Tasks in the order of their days, as days. While more is to come, no free day after the last one is claimed. */
export function toAgenda(
  tasks: readonly Pick<Task, 'id' | 'dueOn'>[],
  today: string,
  more: boolean,
): readonly AgendaDay[] {
  const byDay = new Map<string, string[]>();
  const known = more ? (tasks.at(-1)?.dueOn ?? today) : LAST_DAY;
  for (let n = 1; n <= DAYS_SHOWN; n += 1) {
    const day = plusDays(today, n);
    if (day <= known) byDay.set(day, []);
  }
  for (const { id, dueOn } of tasks) {
    if (dueOn === null) continue;
    const day = byDay.get(dueOn);
    if (day) day.push(id);
    else byDay.set(dueOn, [id]);
  }
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, ids]) => ({ date, ids }));
}
