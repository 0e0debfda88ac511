/** The reader's own day and minute, for what is due. Looks again each minute and when the page comes back. */
import { useEffect, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { every } from '../../platform/timers';
import { onVisibility } from '../../platform/visibility';
import { type LocalTime, localTime } from './local-time';

export function useClock(): LocalTime {
  const ctx = useActionContext();
  const [time, setTime] = useState(() => localTime(ctx.now()));
  useEffect(() => {
    const look = () =>
      setTime((was) => {
        const next = localTime(ctx.now());
        return next.today === was.today && next.now === was.now ? was : next;
      });
    look();
    const stops = [every(15_000, look), onVisibility((visible) => visible && look())];
    return () => {
      for (const stop of stops) stop();
    };
  }, [ctx]);
  return time;
}
