/** Answers of CSS media queries as state. */
import { useCallback, useSyncExternalStore } from 'react';

/** The three widths of the frame, as in tokens.css. */
export const wideQuery = '(min-width: 1200px)';
export const tabletQuery = '(min-width: 768px)';

export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
