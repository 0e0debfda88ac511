/**
 * Fetches what may be wanted later, group after group: one that fails holds none back, and what did not come is asked
 * for again once the network may be there. Then being offline finds everything here, without a service worker too.
 */
export type Preload = () => Promise<unknown>;

/** @param again resolves when another try makes sense */
export async function preloadAll(
  groups: readonly (readonly Preload[])[],
  again: () => Promise<void>,
): Promise<void> {
  for (let left = groups; ; await again()) {
    const failed: Preload[][] = [];
    for (const group of left) {
      const results = await Promise.allSettled(group.map((preload) => preload()));
      failed.push(group.filter((_, at) => results[at]?.status === 'rejected'));
    }
    left = failed.filter((group) => group.length > 0);
    if (left.length === 0) return;
  }
}
