/**
 * Today and its number. Due tasks are known by the keys of their index, in its order: however many are overdue, only
 * those on the screen are read.
 */
import type { Task } from '@holdfast/shared/entities/task';
import type { Query } from '../../db/live';
import { plusDays } from '../../ui/month';
import { FIRST_ROWS, isMine, type Whose, whatIsThere } from './queries';
import { shownIds } from './shown-ids';

export interface Today {
  readonly overdue: readonly string[];
  readonly today: readonly string[];
  /** From 13:00 on, and not yet past. */
  readonly later: readonly string[];
  /** Finished since the day began, the newest first. */
  readonly done: readonly string[];
  /** The rows that the page shows first, read in the same look. */
  readonly firstRows: ReadonlyMap<string, Task>;
}

export interface Day {
  /** `YYYY-MM-DD` and `HH:MM` in the reader's own time zone. */
  readonly date: string;
  readonly time: string;
  /** Epoch milliseconds of its first moment. */
  readonly startsAt: number;
}

const BEFORE_LATER = '12:59';

/** What is due up to today, and what was finished today. */
export const liveToday =
  (workspaceId: string, { date, time, startsAt }: Day, whose: Whose): Query<Today> =>
  async (read) => {
    const due = (from: readonly string[], to: readonly string[]) =>
      read.ids('task', { index: 'due', from: [workspaceId, 0, 0, ...from], to: [workspaceId, 0, 0, ...to] });
    const notLater = time > BEFORE_LATER ? time : BEFORE_LATER;
    const [overdue, today, later, finished, isThere, isShown] = await Promise.all([
      due(['0'], [plusDays(date, -1)]),
      due([date], [date, notLater]),
      due([date, behind(notLater)], [date]),
      read.rows('task', {
        index: 'done',
        from: [workspaceId, 0, Math.max(1, startsAt)],
        to: [workspaceId, 0, Number.MAX_SAFE_INTEGER],
        newestFirst: true,
      }),
      whatIsThere(read, workspaceId),
      shownIds(read, workspaceId, date, whose),
    ]);
    const shown = (ids: readonly string[]) => (isShown ? ids.filter(isShown) : ids);
    const open = { overdue: shown(overdue), today: shown(today), later: shown(later) };
    const done = finished.filter((task) => isThere(task) && (whose === null || isMine(task, whose.me)));
    const first = [...open.overdue, ...open.today, ...open.later].slice(0, FIRST_ROWS);
    const rows = await read.rowsByIds('task', workspaceId, first);
    return {
      ...open,
      done: done.map((task) => task.id),
      firstRows: new Map([...rows, ...done].map((task) => [task.id, task])),
    };
  };

/** The least key part behind all that are this time. */
const behind = (time: string): string => `${time}:`;

export interface TaskCounts {
  /** Open and due up to today. */
  readonly today: number;
  readonly inbox: number;
}

/** The numbers beside Today and Inbox. */
export const liveTaskCounts =
  (workspaceId: string, day: Pick<Day, 'date'>, whose: Whose): Query<TaskCounts> =>
  async (read) => {
    const inbox = { index: 'place', from: [workspaceId, 0, '', 0] };
    const due = { index: 'due', from: [workspaceId, 0, 0, '0'], to: [workspaceId, 0, 0, day.date] };
    const [inInbox, isShown] = await Promise.all([
      whose === null
        ? read.count('task', inbox)
        : read.rows('task', inbox).then((tasks) => tasks.filter((task) => isMine(task, whose.me)).length),
      shownIds(read, workspaceId, day.date, whose),
    ]);
    // Where nothing has to be looked at, keys are counted: this runs after every write.
    if (!isShown) return { today: await read.count('task', due), inbox: inInbox };
    return { today: (await read.ids('task', due)).filter(isShown).length, inbox: inInbox };
  };
