/** What makes something new is pressed twice easily: until the first press is answered, the next does nothing. */
import { useRef } from 'react';

export function useOneAtATime<Args extends readonly unknown[]>(
  work: (...args: Args) => Promise<void>,
): (...args: Args) => Promise<void> {
  const underWay = useRef(false);
  return async (...args) => {
    if (underWay.current) return;
    underWay.current = true;
    try {
      await work(...args);
    } finally {
      underWay.current = false;
    }
  };
}
