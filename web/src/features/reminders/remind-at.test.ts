import { describe, expect, it } from 'vitest';
import { fieldOf, fromField, momentOf, reminderChoices } from './remind-at';

const now = momentOf('2026-03-12', '09:41');
const offered = (dueOn: string | null, dueTime: string | null) =>
  reminderChoices(dueOn, dueTime, now).map(({ at }) => fieldOf(at));

describe('when to be reminded', () => {
  it('around the due time', () =>
    expect(offered('2026-03-13', '11:00')).toEqual([
      '2026-03-13T11:00',
      '2026-03-13T10:50',
      '2026-03-13T10:00',
      '2026-03-12T18:00',
    ]));
  it('around the day', () =>
    expect(offered('2026-03-14', null)).toEqual(['2026-03-14T09:00', '2026-03-13T18:00']));
  it('from now on, where there is no day', () =>
    expect(offered(null, null)).toEqual(['2026-03-12T10:41', '2026-03-13T09:00']));
  it('never in the past', () => {
    expect(offered('2026-03-12', '10:00')).toEqual(['2026-03-12T10:00', '2026-03-12T09:50']);
    expect(offered('2026-03-12', null)).toEqual(['2026-03-12T10:41', '2026-03-13T09:00']);
  });
  it('a half-typed moment is none', () => {
    expect(fromField('')).toBeNull();
    expect(fromField(fieldOf(now))).toBe(now);
  });
});
