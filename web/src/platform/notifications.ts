/**
 * Notifications of this browser. They go through the service worker's registration where there is one: Android takes
 * no others, and a press on one then opens the app even after its tabs have gone.
 */

/** `ask`: nobody was asked yet · `none`: this browser has none here (Safari on iOS only once the app is installed). */
export type NotificationState = 'granted' | 'denied' | 'ask' | 'none';

export function notificationState(): NotificationState {
  if (!('Notification' in globalThis)) return 'none';
  return Notification.permission === 'default' ? 'ask' : Notification.permission;
}

/** Only from a press: browsers refuse anything else. */
export async function askForNotifications(): Promise<NotificationState> {
  if (notificationState() === 'ask') await Notification.requestPermission();
  return notificationState();
}

export interface Notice {
  readonly title: string;
  readonly body: string;
  /** A later one with the same tag takes its place. */
  readonly tag: string;
  /** The path that a press opens. */
  readonly path: string;
}

/** `refused`: allowed, and yet the browser shows none now (a worker that is not active, a permission just taken back). */
export async function showNotification({ title, body, tag, path }: Notice): Promise<'shown' | 'refused'> {
  const registration = await registered();
  const options = {
    body,
    tag,
    icon: '/icons/icon-192.png',
    badge: '/icons/icon-monochrome-512.png',
    data: { path },
  };
  try {
    if (registration) await registration.showNotification(title, options);
    else new Notification(title, options).onclick = () => focus();
    return 'shown';
  } catch (error) {
    if (error instanceof TypeError) return 'refused';
    throw error;
  }
}

/** Takes away what was shown under the tag, where it still stands. */
export async function closeNotification(tag: string): Promise<void> {
  const shown = await (await registered())?.getNotifications({ tag });
  for (const notification of shown ?? []) notification.close();
}

/** A notification was pressed while the app is open: the worker says where to. */
export function onNotificationPressed(open: (path: string) => void): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const heard = ({ data }: MessageEvent<unknown>) => {
    const said = data as { readonly type?: unknown; readonly path?: unknown } | null;
    if (said?.type === 'open' && typeof said.path === 'string') open(said.path);
  };
  navigator.serviceWorker.addEventListener('message', heard);
  return () => navigator.serviceWorker.removeEventListener('message', heard);
}

const registered = async (): Promise<ServiceWorkerRegistration | undefined> =>
  'serviceWorker' in navigator ? navigator.serviceWorker.getRegistration() : undefined;
