/** Pulled down, or told to send now, the list asks at once and answers where the changes are: "Checked 09:41", "Offline, 7 saved here". */
import { useCallback, useEffect, useRef } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { clockTime } from '../../platform/clock';
import { useToasts } from '../../ui/toast';
import { useSync } from '../sync/sync-context';
import { gestureWords } from './words';

/** An answer that takes longer is the sync button's to give. */
const answersWithin = 6000;

export function useCheckNow(): () => void {
  const { now } = useActionContext();
  const { show } = useToasts();
  const sync = useSync();
  const askedAt = useRef<number | null>(null);
  const latest = useRef(sync);
  latest.current = sync;

  const answer = useCallback(
    (text: string) => {
      askedAt.current = null;
      show({ text });
    },
    [show],
  );

  useEffect(() => {
    const at = askedAt.current;
    if (at === null) return;
    if (sync.offline) answer(sync.statement.text);
    else if (sync.asOf !== null && sync.asOf >= at)
      answer(gestureWords.get().checked({ time: clockTime(sync.asOf) }));
  }, [sync, answer]);

  return useCallback(() => {
    const { statement, offline, syncNow } = latest.current;
    syncNow();
    if (offline || statement.kind === 'no-account' || statement.kind === 'signed-out')
      return answer(statement.text);
    askedAt.current = now();
    setTimeout(() => {
      if (askedAt.current !== null) answer(latest.current.statement.text);
    }, answersWithin);
  }, [answer, now]);
}
