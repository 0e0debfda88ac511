/** The service worker as the page sees it: its registration, its waiting successor, its messages. */

/** Why this page works online only (CL14). */
export type OfflineSupport = 'yes' | 'insecure' | 'no-worker';

export function offlineSupport(): OfflineSupport {
  if (!isSecureContext) return 'insecure';
  return 'serviceWorker' in navigator ? 'yes' : 'no-worker';
}

export interface WorkerEvents {
  /** A new version has been installed beside the one that runs. */
  readonly waiting: () => void;
  /** Another version took over: not said for the first claim of a fresh install. */
  readonly replaced: () => void;
  readonly message: (data: unknown) => void;
}

export interface Worker {
  /** Looks for a new version; offline or a server down are no errors. */
  check(): Promise<void>;
  /** Tells the waiting one to take over. */
  takeOver(): void;
  /** One more wake-up with the app closed, where the browser has it (CL7). */
  wakeLater(): Promise<void>;
}

interface SyncRegistration extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
}

export async function registerWorker(events: WorkerEvents): Promise<Worker> {
  const container = navigator.serviceWorker;
  // Fixed before registering: the first claim of a fresh install is no update.
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (controlled) events.replaced();
    controlled = true;
  });
  container.addEventListener('message', (event) => events.message(event.data));

  // Not needed for the first paint, so not in its chunk.
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/sw.js', { updateViaCache: 'none' });
  const registration = (await workbox.register({ immediate: true })) as SyncRegistration | undefined;
  if (registration === undefined) throw new Error('registered, yet no registration');
  const offer = () => {
    if (registration.waiting && registration.active) events.waiting();
  };
  const follow = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', offer);
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  offer();

  return {
    check: () =>
      registration.update().then(
        () => undefined,
        () => undefined,
      ),
    takeOver: () => registration.waiting?.postMessage({ type: 'SKIP_WAITING' }),
    wakeLater: () =>
      registration.sync === undefined
        ? Promise.resolve()
        : registration.sync.register('holdfast-outbox').catch(() => undefined),
  };
}
