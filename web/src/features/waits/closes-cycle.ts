/** Whether a task would come to wait for itself (MG14): the server refuses it, so it is not offered. */

/** What each of these tasks waits for; unknown ones are left out. */
export type WaitsOf = (ids: readonly string[]) => Promise<readonly (readonly string[])[]>;

/** Follows what `other` waits for, level by level, until it meets `task`. */
export async function closesCycle(task: string, other: string, waitsOf: WaitsOf): Promise<boolean> {
  const seen = new Set<string>();
  let level: readonly string[] = [other];
  while (level.length > 0) {
    if (level.includes(task)) return true;
    for (const id of level) seen.add(id);
    const next = (await waitsOf(level)).flat();
    level = [...new Set(next)].filter((id) => !seen.has(id));
  }
  return false;
}
