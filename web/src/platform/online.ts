/** The browser's hint that a network appeared. A hint only: reachability is the last good exchange (CL7). */
export function onOnline(heard: () => void): () => void {
  addEventListener('online', heard);
  return () => removeEventListener('online', heard);
}

/** A hint that it went: worth a look now, no more. */
export function onOffline(heard: () => void): () => void {
  addEventListener('offline', heard);
  return () => removeEventListener('offline', heard);
}

/** Resolves at the browser's next hint, and after so long without one: a line may carry again and say nothing. */
export function networkMayBeBack(atMostMs: number): Promise<void> {
  return new Promise((resolve) => {
    const itMay = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(itMay, atMostMs);
    const stop = onOnline(itMay);
  });
}
