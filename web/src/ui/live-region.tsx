/** Says a changing text to readers: politely at most once in ten seconds, or at once while dragging. */
import { useEffect, useRef, useState } from 'react';

export interface LiveRegionProps {
  text: string;
  /** Seconds of quiet between two messages. */
  quiet?: number | undefined;
  urgent?: boolean | undefined;
}

export function LiveRegion({ text, quiet = 10, urgent = false }: LiveRegionProps) {
  const said = useSpaced(text, urgent ? 0 : quiet * 1000);
  return (
    <p className="sr-only" role={urgent ? 'alert' : 'status'} aria-live={urgent ? 'assertive' : 'polite'}>
      {said}
    </p>
  );
}

/** The text, changed at most once in `pause` milliseconds; what came in between is left out. */
function useSpaced(text: string, pause: number): string {
  const [said, setSaid] = useState(text);
  const latest = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  latest.current = text;

  useEffect(() => {
    if (pause === 0) {
      setSaid(text);
      return;
    }
    if (timer.current !== null || text === said) return;
    setSaid(text);
    timer.current = setTimeout(() => {
      timer.current = null;
      setSaid(latest.current);
    }, pause);
  }, [text, said, pause]);

  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return said;
}
