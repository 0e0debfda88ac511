/** How much of a workspace lies on this device. Pass each to `useLive`. */
import { withoutSample } from '../../db/leave-sample';
import type { Query } from '../../db/live';
import { rowAddress } from '../../db/local-store';

/** Tasks that are not deleted. */
export const liveTaskTotal =
  (workspaceId: string): Query<number> =>
  (read) =>
    read.count('task', { index: 'place', from: [workspaceId, 0] });

/** Those that go along into an account (CL12): the sample stays behind, unless somebody made it their own. */
export const liveTasksToBring =
  (workspaceId: string): Query<number> =>
  async (read) => {
    const [total, outbox] = await Promise.all([liveTaskTotal(workspaceId)(read), read.outbox(workspaceId)]);
    const goesAlong = new Set(withoutSample(outbox));
    const staying = outbox
      .filter((entry) => !goesAlong.has(entry))
      .flatMap((entry) => entry.rows.map(rowAddress))
      .filter(({ entity }) => entity === 'task');
    const ids = [...new Set(staying.map(({ id }) => id))];
    const rows = await read.rowsByIds('task', workspaceId, ids);
    return total - rows.filter((row) => row.deletedAt === null).length;
  };

/** How many there are, up to as many: more are not counted. */
export const liveTasksUpTo =
  (workspaceId: string, most: number): Query<number> =>
  async (read) => {
    if (most === 0) return 0;
    return (await read.ids('task', { index: 'place', from: [workspaceId, 0], limit: most })).length;
  };

/** Over all of a person's workspaces. */
export const liveKeptHere =
  (workspaceIds: readonly string[]): Query<{ readonly tasks: number; readonly projects: number }> =>
  async (read) => {
    const counts = await Promise.all(
      workspaceIds.map(async (id) => ({
        tasks: await liveTaskTotal(id)(read),
        projects: await read.count('project', { index: 'list', from: [id, 0] }),
      })),
    );
    return counts.reduce(
      (sum, one) => ({ tasks: sum.tasks + one.tasks, projects: sum.projects + one.projects }),
      { tasks: 0, projects: 0 },
    );
  };
