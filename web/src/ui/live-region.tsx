/**
 * Says a changing text to readers: politely at most once in ten seconds, or at once while dragging. Words that are no
 * longer true leave at once: who walks over the page by ear must not find "not saved yet" of what is saved.
 */
import { useEffect, useState } from 'react';

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

/** The text, said at most once in `pause` milliseconds; nothing once it has changed and the pause is not over. */
function useSpaced(text: string, pause: number): string {
  const [said, setSaid] = useState(text);
  const [quiet, setQuiet] = useState(false);

  useEffect(() => {
    if (text === said) return;
    setSaid(quiet ? '' : text);
    if (pause > 0 && !quiet) setQuiet(true);
  }, [text, said, quiet, pause]);

  useEffect(() => {
    if (!quiet) return;
    const timer = setTimeout(() => setQuiet(false), pause);
    return () => clearTimeout(timer);
  }, [quiet, pause]);

  return said;
}
