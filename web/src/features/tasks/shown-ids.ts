/** Which of many tasks a list shows, told from the keys of indexes alone: no row is read for it. */
import { facetKey } from '@holdfast/shared/entities/task';
import type { Reader } from '../../db/reader';
import type { Whose } from './queries';

/**
 * Of open tasks with a day up to that one: not deleted with their project (MG9), and mine where mine are wanted. Null:
 * all of them.
 */
export async function shownIds(
  read: Reader,
  workspaceId: string,
  upTo: string,
  whose: Whose,
): Promise<((id: string) => boolean) | null> {
  const [gone, mine] = await Promise.all([
    idsOfDeletedProjects(read, workspaceId),
    whose === null ? null : idsOfMine(read, workspaceId, upTo, whose.me),
  ]);
  if (gone.size === 0 && mine === null) return null;
  return (id) => !gone.has(id) && (mine === null || mine.has(id));
}

async function idsOfDeletedProjects(read: Reader, workspaceId: string): Promise<ReadonlySet<string>> {
  const projects = await read.ids('project', { index: 'list', from: [workspaceId, 1] });
  const lists = await Promise.all(
    projects.map((id) => read.ids('task', { index: 'place', from: [workspaceId, 0, id, 0] })),
  );
  return new Set(lists.flat());
}

/** Where mine are found among open tasks, each in one place of these. */
const keysOfMine = (workspaceId: string, me: string) => [
  facetKey(workspaceId, 0, 'person', me),
  facetKey(workspaceId, 0, 'maker', me),
  facetKey(workspaceId, 0, 'maker', ''),
];

/** As `isMine` has it: mine, or nobody's and made by me; what was made before there was an account has no maker. */
async function idsOfMine(
  read: Reader,
  workspaceId: string,
  upTo: string,
  me: string,
): Promise<ReadonlySet<string>> {
  const lists = await Promise.all(
    keysOfMine(workspaceId, me).map((key) =>
      read.ids('task', { index: 'facet', from: [...key, '0'], to: [...key, upTo] }),
    ),
  );
  return new Set(lists.flat());
}
