/**
 * Versions are taken last (PU4): everything is read and merged before; from here to the commit the workspace's counter
 * is locked, so versions become visible in the order of commits, and a reader's cursor never passes one that is still
 * to come (H16).
 */
import type { Ask } from './pool';

/**
 * Takes `count` versions and marks them. The answer is the first of them; the head is then `first + count - 1`.
 * @param mark of the change that makes them, random: a restored server never gives the same (PL4)
 */
export async function takeVersions(
  tx: Ask,
  workspaceId: string,
  count: number,
  mark: string,
): Promise<number> {
  const [taken] = await tx<{ head: number }[]>`
    with taken as (
      update workspace_head set head = head + ${count} where workspace_id = ${workspaceId} returning head
    ), marked as (
      insert into version_mark (workspace_id, version, mark)
      select ${workspaceId}, version, ${mark} from taken, generate_series(head - ${count} + 1, head) as version
    )
    select head from taken`;
  if (!taken) throw new Error('no counter for a workspace that was just read');
  return taken.head - count + 1;
}
