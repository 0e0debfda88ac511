/** The service worker as the page sees it: its registration, its waiting successor, its messages. */
import { createAlarm } from './timers';
import { createWorkerRetry } from './worker-retry';

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
  /** It could not be had: without it the app opens online only, until a later look succeeds. */
  readonly failed: (error: unknown) => void;
}

export interface Worker {
  /** Looks for a new version, or for the first where its install broke off; offline or a server down are no errors. */
  check(): Promise<void>;
  /** Tells the waiting one to take over. */
  takeOver(): void;
  /** One more wake-up with the app closed, where the browser has it (CL7). */
  wakeLater(): Promise<void>;
}

interface SyncRegistration extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
}

export function registerWorker(events: WorkerEvents): Worker {
  const container = navigator.serviceWorker;
  // Fixed before registering: the first claim of a fresh install is no update.
  let served = container.controller;
  let registration: SyncRegistration | null = null;
  const retry = createWorkerRetry(createAlarm(() => void look()));
  container.addEventListener('controllerchange', () => {
    const before = served;
    served = container.controller;
    // Claimed by the worker's start and by its own question, a page in WebKit is told twice of the same worker.
    if (before !== null && served !== before) events.replaced();
  });
  container.addEventListener('message', (event) => events.message(event.data));

  /** A page whose navigation began before the worker was active is not among those that it claimed: it asks itself. */
  function beServed({ active }: ServiceWorkerRegistration): void {
    if (active?.state === 'activated' && container.controller === null) active.postMessage({ type: 'CLAIM' });
  }

  function follow(worker: ServiceWorker | null, of: ServiceWorkerRegistration): void {
    const saw = retry.follow();
    worker?.addEventListener('statechange', () => {
      if (of.waiting && of.active) events.waiting();
      beServed(of);
      saw(worker.state, of.active !== null);
    });
  }

  async function register(): Promise<void> {
    const own: SyncRegistration = await container.register('/sw.js', { updateViaCache: 'none' });
    registration = own;
    follow(own.installing, own);
    own.addEventListener('updatefound', () => follow(own.installing, own));
    if (own.waiting && own.active) events.waiting();
    beServed(own);
  }

  async function look(): Promise<void> {
    retry.looks();
    if (registration?.active) {
      await registration.update().catch(() => undefined);
    } else if (!registration?.installing && !registration?.waiting) {
      await register().catch((error: unknown) => {
        retry.failed();
        events.failed(error);
      });
    }
  }

  void look();
  return {
    check: look,
    takeOver: () => registration?.waiting?.postMessage({ type: 'SKIP_WAITING' }),
    wakeLater: () =>
      registration?.sync === undefined
        ? Promise.resolve()
        : registration.sync.register('holdfast-outbox').catch(() => undefined),
  };
}
