/**
 * Runs in the page before the app: the mark of a browser that had its sample. Tests that are not about the first start
 * begin with nothing on the device. Where storage does not answer, there is no sample either.
 */
export function hadSample(): void {
  try {
    const request = indexedDB.open('holdfast', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('marks');
    request.onsuccess = () => {
      const db = request.result;
      const transaction = db.transaction('marks', 'readwrite');
      transaction.objectStore('marks').put('made', 'sample');
      transaction.oncomplete = () => db.close();
      transaction.onabort = () => db.close();
      db.onversionchange = () => db.close();
    };
  } catch {
    // Without IndexedDB nothing is made either.
  }
}
