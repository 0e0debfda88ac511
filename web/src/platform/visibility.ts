/** Whether a person sees the page. A page that comes back from a phone's freezer says so by `pageshow` alone. */
export const isVisible = (): boolean => document.visibilityState === 'visible';

export function onVisibility(heard: (visible: boolean) => void): () => void {
  const tell = () => heard(isVisible());
  document.addEventListener('visibilitychange', tell);
  addEventListener('pageshow', tell);
  return () => {
    document.removeEventListener('visibilitychange', tell);
    removeEventListener('pageshow', tell);
  };
}
