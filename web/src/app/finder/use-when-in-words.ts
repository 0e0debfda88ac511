/** A day in the reader's words, "next week" or "15 dec 9am", as quick add reads them; null where they are none. */
import { useEffect, useMemo, useState } from 'react';
import { habitsOf } from '../../features/quick-add/reading-habits';
import type { When } from '../../features/quick-add/understood';
import { usePreference } from '../../features/settings/use-preference';
import { useDirectory } from '../../features/tasks/directory';
import { languagesRead } from '../../platform/languages';

type ReadWhen = typeof import('../../features/quick-add/read-when').readWhen;

/** @param words null: nothing is read, and the reader is not fetched; empty: it is there before the first letter */
export function useWhenInWords(words: string | null): When | null {
  const { today, now } = useDirectory();
  const [weekStart] = usePreference('weekStart');
  const [readWhen, setReadWhen] = useState<ReadWhen | null>(null);
  const line = words?.trim() ?? '';
  const isAsked = words !== null;
  useEffect(() => {
    let stands = true;
    if (isAsked && !readWhen)
      import('../../features/quick-add/read-when').then(
        (reader) => stands && setReadWhen(() => reader.readWhen),
        // Without it the days of the list can be chosen.
        () => undefined,
      );
    return () => {
      stands = false;
    };
  }, [isAsked, readWhen]);
  return useMemo(() => {
    if (!readWhen || line === '') return null;
    const readings = readWhen(line, { today, now, ...habitsOf(languagesRead(), weekStart) });
    const whole = readings.find(({ start, end }) => start === 0 && end === line.length);
    return whole?.means.kind === 'when' ? whole.means : null;
  }, [readWhen, line, today, now, weekStart]);
}
