/** Which reminders are to be shown now, and when to look again. Pure: the clock is an argument. */

export interface Reminder {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly remindAt: number;
}

/** What was shown on this device already: task → the moment that it was about. */
export type Said = { readonly [taskId: string]: number };

/** One that nobody could show in time is still shown for a day; after that it only says that one was away. */
export const SHOWN_LATE_FOR = 24 * 60 * 60 * 1000;
/** Clocks of sleeping machines and throttled tabs: never trust a longer alarm. */
const LOOK_AGAIN = 60 * 60 * 1000;

export interface Plan<R extends Reminder> {
  /** The earliest first. */
  readonly due: readonly R[];
  /** Milliseconds until the next look; null where nothing is to come. */
  readonly nextIn: number | null;
}

export function planReminders<R extends Reminder>(open: readonly R[], said: Said, now: number): Plan<R> {
  const sorted = open.toSorted((a, b) => a.remindAt - b.remindAt || (a.id < b.id ? -1 : 1));
  const next = sorted.find(({ remindAt }) => remindAt > now);
  return {
    due: sorted.filter(
      ({ id, remindAt }) => remindAt <= now && now - remindAt < SHOWN_LATE_FOR && said[id] !== remindAt,
    ),
    nextIn: next ? Math.min(LOOK_AGAIN, next.remindAt - now) : null,
  };
}

/** Shown ones whose task is done, gone, or to be reminded of at another time: they are taken away. */
export function outdatedReminders(said: Said, open: readonly Reminder[]): readonly string[] {
  const still = new Map(open.map(({ id, remindAt }) => [id, remindAt]));
  return Object.entries(said).flatMap(([id, at]) => (still.get(id) === at ? [] : [id]));
}

/** What is remembered: no longer than it could be shown a second time. */
export const withSaid = (said: Said, shown: readonly Reminder[], now: number): Said =>
  Object.fromEntries(
    [...Object.entries(said), ...shown.map(({ id, remindAt }) => [id, remindAt] as const)].filter(
      ([, at]) => now - at < SHOWN_LATE_FOR,
    ),
  );
