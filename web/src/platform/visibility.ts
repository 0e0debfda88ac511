/** Whether a person sees the page. A page that comes back from a phone's freezer says so by `pageshow` alone. */
export const isVisible = (): boolean => document.visibilityState === 'visible';

/**
 * Whether what a page has under way stands still with it when it is kept aside. Chromium, which alone says when it
 * freezes a page, lets it end, and throws the page away where others wait for it.
 */
export const standsStillInWork = (): boolean => !('onfreeze' in document);

/**
 * A browser may keep a page that was left, whole, to bring it back by its Back button. Its workers stand still, but hold
 * what they hold: a database that it has open is one that nobody can delete, and in WebKit a transaction under way is one
 * that every other page waits for (https://github.com/jakearchibald/idb-keyval/issues/180). Heard before anybody else.
 */
export function onKeptAside(left: () => void, back: () => void): () => void {
  const leave = ({ persisted }: PageTransitionEvent) => persisted && left();
  const show = ({ persisted }: PageTransitionEvent) => persisted && back();
  addEventListener('pagehide', leave, true);
  addEventListener('pageshow', show, true);
  return () => {
    removeEventListener('pagehide', leave, true);
    removeEventListener('pageshow', show, true);
  };
}

export function onVisibility(heard: (visible: boolean) => void): () => void {
  const tell = () => heard(isVisible());
  document.addEventListener('visibilitychange', tell);
  addEventListener('pageshow', tell);
  return () => {
    document.removeEventListener('visibilitychange', tell);
    removeEventListener('pageshow', tell);
  };
}
