/** Rows, and what they refer to. */
import { entityByName } from '@holdfast/shared/entities/index';
import { readRows } from '../../db/rows';
import type { ServerTransaction, TaskLinks } from '../server-store';
import type { Ground } from './ground';

export const storedRows = ({ tx, ws }: Ground): Pick<ServerTransaction, 'rows' | 'linksAbove'> => ({
  async rows(name, ids, lock) {
    const entity = entityByName(name);
    return entity ? readRows(tx, entity, ws, ids, lock) : [];
  },
  async linksAbove(taskIds) {
    const found = new Map<string, TaskLinks>();
    const asked = new Set<string>();
    // Locked like every row that is referred to (PU4). Who had to wait for a lock sees a link that nobody followed yet.
    for (let ask = [...taskIds]; ask.length > 0; ) {
      for (const id of ask) asked.add(id);
      const links = await tx<TaskLinks[]>`
        with recursive above (id) as (
          select unnest(${ask}::uuid[])
          union
          select link.id from above
            cross join lateral (select * from task where workspace_id = ${ws} and id = above.id limit 1) t
            cross join lateral unnest(t.depends_on || t.parent_id) as link (id) where link.id is not null
        )
        select t.id, t.parent_id as "parentId", t.depends_on as "dependsOn"
        from (select id from above order by id) as linked cross join lateral (
          select * from task where workspace_id = ${ws} and id = linked.id limit 1 for share) t`;
      for (const task of links) found.set(task.id, task);
      const leads = links.flatMap(({ parentId, dependsOn }) => [
        ...dependsOn,
        ...(parentId ? [parentId] : []),
      ]);
      ask = [...new Set(leads)].filter((id) => !found.has(id) && !asked.has(id));
    }
    return [...found.values()];
  },
});
