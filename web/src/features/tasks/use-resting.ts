/** Which rows were finished a moment ago: a list of what is done takes them in once they have rested elsewhere. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { leaveFor, restFor } from './lingering';

export interface Resting {
  readonly ids: ReadonlySet<string>;
  /** A row rests or closes up: its section stays, even if it was the last one. */
  readonly moving: boolean;
  readonly rest: (id: string) => void;
}

export function useResting(): Resting {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [moving, setMoving] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running) clearTimeout(timer);
    };
  }, []);
  const rest = useCallback((id: string) => {
    const later = (milliseconds: number, then: () => void) => {
      const timer = setTimeout(() => {
        timers.current.delete(timer);
        then();
      }, milliseconds);
      timers.current.add(timer);
    };
    setIds((was) => new Set([...was, id]));
    setMoving((was) => new Set([...was, id]));
    later(restFor, () => setIds((was) => without(was, id)));
    later(restFor + leaveFor, () => setMoving((was) => without(was, id)));
  }, []);
  return { ids, moving: moving.size > 0, rest };
}

/** What was shown stays shown while something in it still moves. */
export function useStays(shown: boolean, moving: boolean): boolean {
  const before = useRef(shown);
  before.current = shown || (moving && before.current);
  return before.current;
}

function without(ids: ReadonlySet<string>, gone: string): ReadonlySet<string> {
  return new Set([...ids].filter((id) => id !== gone));
}
