/** The next days of a repeating task, as its panel shows them. Pure; in a chunk with the library of rules. */
import { nextDue, type Repeats } from '../tasks/next-due';

/** If each is done on its day (counted from completion: the first one today). Fewer where the rule ends. */
export function nextDates(repeats: Repeats, today: string, count: number): readonly string[] {
  const days: string[] = [];
  let from = repeats;
  let now = today;
  while (days.length < count) {
    const next = nextDue(from, now);
    if (next === null) break;
    days.push(next.dueOn);
    from = { ...from, ...next };
    if (next.dueOn > now) now = next.dueOn;
  }
  return days;
}
