/** Which rows were finished a moment ago: a list of what is done takes them in once they have rested elsewhere. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { restFor } from './lingering';

export function useResting(): { readonly ids: ReadonlySet<string>; readonly rest: (id: string) => void } {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running) clearTimeout(timer);
    };
  }, []);
  const rest = useCallback((id: string) => {
    setIds((was) => new Set([...was, id]));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setIds((was) => new Set([...was].filter((each) => each !== id)));
    }, restFor);
    timers.current.add(timer);
  }, []);
  return { ids, rest };
}
