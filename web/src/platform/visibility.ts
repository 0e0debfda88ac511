/** Whether a person sees the page. A page that comes back from a phone's freezer says so by `pageshow` alone. */
export const isVisible = (): boolean => document.visibilityState === 'visible';

/**
 * A browser may keep a page that was left, whole, to bring it back by its Back button. Its workers stand still, but hold
 * what they hold: a database that it has open is one that nobody can delete.
 */
export function onKeptAside(left: () => void, back: () => void): () => void {
  const leave = ({ persisted }: PageTransitionEvent) => persisted && left();
  const show = ({ persisted }: PageTransitionEvent) => persisted && back();
  addEventListener('pagehide', leave);
  addEventListener('pageshow', show);
  return () => {
    removeEventListener('pagehide', leave);
    removeEventListener('pageshow', show);
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
