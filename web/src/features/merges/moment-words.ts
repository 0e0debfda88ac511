/** "14:02" for today, "Yesterday, 14:02", "13 March, 14:02". Pure but for the reader's own time zone. */
import { plusDays } from '../../ui/month';
import { dateWords } from '../sync/when-words';
import { momentMessages } from './moment-messages';

/** @param today `YYYY-MM-DD` in the reader's own time zone. */
export function momentAt(at: number, today: string, time: (at: number) => string): string {
  const date = new Date(at);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  if (day >= today) return time(at);
  const t = momentMessages.get();
  if (day === plusDays(today, -1)) return t.yesterdayAt({ time: time(at) });
  return t.dayAt({ day: dateWords(at, new Date(`${today}T00:00`).getTime()), time: time(at) });
}
