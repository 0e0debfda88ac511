/** Runs in the page: how many entries the device's databases hold in a store. Counting costs the page time. */
export async function heldBy(store: string): Promise<number> {
  const wish = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  let held = 0;
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await wish(indexedDB.open(name));
    if (db.objectStoreNames.contains(store))
      held += await wish(db.transaction(store).objectStore(store).count());
    db.close();
  }
  return held;
}
