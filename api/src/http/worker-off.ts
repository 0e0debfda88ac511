/**
 * The kill switch: a service worker that takes the place of a broken one, empties what that one cached, and goes as soon
 * as no page holds it. It answers for nothing, so pages come from the network from now on. It never touches IndexedDB:
 * what waits to be sent lives there. Nothing is reloaded: somebody may be writing.
 */
export const WORKER_OFF = `self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
})()));
`;
