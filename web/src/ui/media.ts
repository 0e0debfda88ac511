/** Answers of CSS media queries as state. */
import { useCallback, useSyncExternalStore } from 'react';

/** The three widths of the frame, as in tokens.css. */
export const wideQuery = '(min-width: 1200px)';
export const tabletQuery = '(min-width: 768px)';
/** A finger, and nothing finer beside it. */
export const touchQuery = '(any-pointer: coarse) and (not (any-pointer: fine))';

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
