import { type Ref, type RefObject, useCallback } from 'react';

/** One ref for an element that two want to know. */
export function useBothRefs<E>(
  own: RefObject<E | null>,
  outer: Ref<E> | undefined,
): (element: E | null) => void {
  return useCallback(
    (element) => {
      own.current = element;
      if (typeof outer === 'function') outer(element);
      else if (outer) outer.current = element;
    },
    [own, outer],
  );
}
