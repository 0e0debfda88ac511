/** How much this origin stores and may store. In Chromium the most is a fiction: shown, never decided by. */
export interface StorageRoom {
  readonly used: number;
  readonly most: number;
}

export async function storageRoom(): Promise<StorageRoom | null> {
  if (!navigator.storage?.estimate) return null;
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined || quota === 0 ? null : { used: usage, most: quota };
  } catch {
    return null;
  }
}
