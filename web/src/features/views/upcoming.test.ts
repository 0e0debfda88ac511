import { describe, expect, it } from 'vitest';
import { toAgenda } from './upcoming';

const due = (id: string, dueOn: string) => ({ id, dueOn });
const today = '2026-03-12';

describe('the days to come', () => {
  it('the next seven stand there even if they are free, later ones only with something due', () => {
    const days = toAgenda(
      [due('a', '2026-03-13'), due('b', '2026-04-02'), due('c', '2026-04-02')],
      today,
      false,
    );
    expect(days.map((day) => `${day.date}: ${day.ids.join(' ')}`)).toEqual([
      '2026-03-13: a',
      '2026-03-14: ',
      '2026-03-15: ',
      '2026-03-16: ',
      '2026-03-17: ',
      '2026-03-18: ',
      '2026-03-19: ',
      '2026-04-02: b c',
    ]);
  });

  it('a day that was not read yet is not called free', () => {
    expect(toAgenda([due('a', '2026-03-14')], today, true).map((day) => day.date)).toEqual([
      '2026-03-13',
      '2026-03-14',
    ]);
  });
});
