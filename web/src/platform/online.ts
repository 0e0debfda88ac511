/** The browser's hint that a network appeared. A hint only: reachability is the last good exchange (CL7). */
export function onOnline(heard: () => void): () => void {
  addEventListener('online', heard);
  return () => removeEventListener('online', heard);
}
