/** What the screens ask about saved filters, and what the filters ask. */
import type { Filter } from '@holdfast/shared/entities/filter';
import { isOpen, type Task } from '@holdfast/shared/entities/task';
import type { Query } from '../../db/live';
import type { Reader } from '../../db/reader';
import { whatIsThere } from '../tasks/queries';
import { type Listed, listedRows } from '../views/list-query';
import { candidatesOf } from './candidates';
import { type Asking, matches } from './matches';
import { type FilterQuery, readQuery } from './query';

/** In the order that people gave. */
export const liveFilters =
  (workspaceId: string): Query<readonly Filter[]> =>
  (read) =>
    read.rows('filter', { index: 'list', from: [workspaceId, 0] });

export const liveFilter =
  (workspaceId: string, id: string): Query<Filter | null> =>
  (read) =>
    read.row('filter', workspaceId, id);

/** The tasks that answer a question. Without a part it asks for nothing. */
export const liveAnswers =
  (workspaceId: string, query: FilterQuery, asking: Asking): Query<Listed> =>
  async (read) => {
    const found = await answers(read, workspaceId, query, asking);
    const closed = found.filter((task) => !isOpen(task.status)).map((task) => task.id);
    return listedRows(
      found.filter((task) => isOpen(task.status)),
      closed,
    );
  };

/** More rows than this are not looked through for a number beside a link. */
const COUNTED = 500;

/** How many open tasks answer it; null where counting would cost too much. */
export const liveAnswerCount =
  (workspaceId: string, words: string, asking: Asking): Query<number | null> =>
  async (read) => {
    const query = readQuery(words);
    if (!query || query.parts.length === 0) return null;
    const stretches = candidatesOf(workspaceId, query, asking);
    // Keys up to the limit: a count would walk all of them, after every write.
    const some = await Promise.all(
      stretches.map((stretch) => read.ids('task', { ...stretch, limit: COUNTED + 1 })),
    );
    if (some.reduce((sum, ids) => sum + ids.length, 0) > COUNTED) return null;
    const found = await answers(read, workspaceId, query, asking);
    return found.filter((task) => isOpen(task.status)).length;
  };

async function answers(
  read: Reader,
  workspaceId: string,
  query: FilterQuery,
  asking: Asking,
): Promise<readonly Task[]> {
  if (query.parts.length === 0) return [];
  const stretches = candidatesOf(workspaceId, query, asking);
  const [isThere, ...lists] = await Promise.all([
    whatIsThere(read, workspaceId),
    ...stretches.map((stretch) => read.rows('task', stretch)),
  ]);
  // A task that lies in several stretches is one answer.
  const found = new Map(lists.flat().map((task) => [task.id, task]));
  return [...found.values()].filter((task) => isThere(task) && matches(query, task, asking));
}
