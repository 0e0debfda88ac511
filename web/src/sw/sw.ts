/**
 * The service worker: serves the app's shell from its precache and leaves all data alone. It never answers for
 * /sync, /auth, /api or /files, and caches nothing but the build's own files (H59).
 *
 * The precache of the build before stays: a tab that could not be reloaded (unsaved text) goes on loading its own
 * chunks. It goes with the next update but one.
 */
import { cacheNames, clientsClaim } from 'workbox-core';
import { PrecacheController } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { syncInBackground } from './background-sync';
import { keptShared } from './share';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: Array<{ url: string; revision: string | null }>;
};
interface BackgroundSyncEvent extends ExtendableEvent {
  readonly tag: string;
}

const precache = new PrecacheController();
precache.addToCacheList(self.__WB_MANIFEST);
const shell = precache.createHandlerBoundToURL('/index.html');

self.addEventListener('install', (event) => event.waitUntil(precache.install(event)));
self.addEventListener('activate', (event) => event.waitUntil(dropOlderBuilds()));
clientsClaim();

/** Paths that are the server's, whatever a page asks for. '/sync', '/share' and '/join' alone are screens. */
const SERVERS = [/^\/(api|sync|auth|files|\.well-known)\//, /^\/(healthz|readyz|metrics)$/];

registerRoute(new NavigationRoute(shell, { denylist: SERVERS }));

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && !SERVERS.some((path) => path.test(url.pathname)) && isBuilt(url),
  async ({ request }) => (await fromAnyBuild(request)) ?? fetch(request),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === '/share',
  async ({ request }) => {
    await keptShared(await request.formData());
    return Response.redirect('/share', 303);
  },
  'POST',
);

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
  if (event.data?.type === 'CLAIM') event.waitUntil(self.clients.claim());
});

/** Chromium only, and only one more wake-up: the outbox stays whatever comes of it (H58). */
self.addEventListener('sync', (event) => {
  (event as BackgroundSyncEvent).waitUntil(wake());
});

async function wake(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window' });
  if (windows.length > 0) for (const client of windows) client.postMessage({ type: 'wake' });
  else await syncInBackground();
}

/** A reminder was pressed: the app that is open goes there, or one is opened. */
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const path: unknown = event.notification.data?.path;
  if (typeof path === 'string' && /^\/(t\/[\w-]+|today)$/.test(path)) event.waitUntil(openAt(path));
});

async function openAt(path: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window' });
  const front = windows.find((client) => client.visibilityState === 'visible') ?? windows[0];
  if (!front) return void (await self.clients.openWindow(path));
  front.postMessage({ type: 'open', path });
  await front.focus();
}

const isBuilt = (url: URL): boolean =>
  url.pathname.startsWith('/assets/') || precache.getCacheKeyForURL(url.href) !== undefined;

async function fromAnyBuild(request: Request): Promise<Response | undefined> {
  const own = await precache.matchPrecache(request);
  if (own) return own;
  return (await caches.open(cacheNames.precache)).match(request, { ignoreSearch: true });
}

const BUILDS = '/.builds';

/** Keeps this build's files and those of the one before it. */
async function dropOlderBuilds(): Promise<void> {
  const cache = await caches.open(cacheNames.precache);
  const kept = await caches.open('holdfast-builds');
  const before = ((await (await kept.match(BUILDS))?.json()) ?? []) as string[];
  const own = precache.getCachedURLs().flatMap((url) => precache.getCacheKeyForURL(url) ?? []);
  const wanted = new Set([...own, ...before]);
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
  await kept.put(BUILDS, Response.json(own));
}
