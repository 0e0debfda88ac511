import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outdatedReminders, planReminders, type Said, SHOWN_LATE_FOR, withSaid } from './schedule';

const reminder = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), remindAt: fc.nat(200_000_000) });
const open = fc.uniqueArray(reminder, { selector: ({ id }) => id });
const moments = fc
  .array(fc.nat(200_000_000), { minLength: 1, maxLength: 12 })
  .map((all) => all.toSorted((a, b) => a - b));

describe('reminders', () => {
  it('each is shown once, not before its moment and not a day after it, whenever one looks', () => {
    fc.assert(
      fc.property(open, moments, (reminders, looks) => {
        let said: Said = {};
        const shown: string[] = [];
        for (const now of looks) {
          const { due } = planReminders(reminders, said, now);
          for (const { id, remindAt } of due) {
            expect(remindAt).toBeLessThanOrEqual(now);
            expect(now - remindAt).toBeLessThan(SHOWN_LATE_FOR);
            shown.push(id);
          }
          said = withSaid(said, due, now);
        }
        expect(new Set(shown).size).toBe(shown.length);
      }),
    );
  });

  it('looking when it says shows each in its moment', () => {
    fc.assert(
      fc.property(open, (reminders) => {
        let said: Said = {};
        let now = 0;
        const shownAt = new Map<string, number>();
        for (let looks = 0; looks < 100; looks += 1) {
          const plan = planReminders(reminders, said, now);
          for (const { id } of plan.due) shownAt.set(id, now);
          said = withSaid(said, plan.due, now);
          if (plan.nextIn === null) break;
          now += plan.nextIn;
        }
        for (const { id, remindAt } of reminders) expect(shownAt.get(id)).toBe(remindAt);
      }),
    );
  });
});

describe('a shown reminder is taken away', () => {
  const said: Said = { a: 5 };
  it('when its task is done or gone', () => expect(outdatedReminders(said, [])).toEqual(['a']));
  it('when it is to come at another time', () =>
    expect(outdatedReminders(said, [{ id: 'a', remindAt: 9 }])).toEqual(['a']));
  it('and not before', () => expect(outdatedReminders(said, [{ id: 'a', remindAt: 5 }])).toEqual([]));
});
