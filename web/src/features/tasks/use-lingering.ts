/** `lingering.ts` with its timers, for one list on the screen. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { passRowFocusOn } from '../../ui/page-keys';
import { type Lingering, leaveFor, lingerAt, restFor, withLingering } from './lingering';

export interface LingeringList {
  /** What to show. */
  readonly ids: readonly string[];
  readonly isLeaving: (id: string) => boolean;
  /** Call when the row is being finished. */
  readonly linger: (id: string) => void;
}

export function useLingering(ids: readonly string[]): LingeringList {
  const [lingering, setLingering] = useState<readonly Lingering[]>([]);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  const shown = useMemo(() => withLingering(ids, lingering), [ids, lingering]);
  const latest = useRef(shown);
  latest.current = shown;
  const latestIds = useRef(ids);
  latestIds.current = ids;

  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running) clearTimeout(timer);
    };
  }, []);

  const later = useCallback((milliseconds: number, then: () => void) => {
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      then();
    }, milliseconds);
    timers.current.add(timer);
  }, []);

  const linger = useCallback(
    (id: string) => {
      const mark = lingerAt(latest.current, id);
      setLingering((was) => [...was.filter((each) => each.id !== id), mark]);
      later(restFor, () =>
        setLingering((was) => was.map((each) => (each === mark ? { ...mark, leaving: true } : each))),
      );
      later(restFor + leaveFor, () => {
        if (!latestIds.current.includes(id)) passRowFocusOn(id);
        setLingering((was) => was.filter((each) => each.id !== id));
      });
    },
    [later],
  );

  const isLeaving = useCallback(
    (id: string) => lingering.some((each) => each.id === id && each.leaving) && !ids.includes(id),
    [lingering, ids],
  );
  return { ids: shown, isLeaving, linger };
}
