/** Asks the browser to keep this device's copy. It may say no; nothing is promised (platform 1.14). */
export async function askToPersist(): Promise<boolean> {
  if (!navigator.storage?.persist) return false;
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}

export async function isPersisted(): Promise<boolean> {
  return navigator.storage?.persisted ? navigator.storage.persisted() : false;
}
