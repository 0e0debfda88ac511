export async function syncInBackground(): Promise<void> {
  // Filled below.
}
