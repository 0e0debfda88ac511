import { afterEach, describe, expect, it } from 'vitest';
import { clockTime, hoursShown, timeOfDay } from './clock';
import { weekStartOf, weekStartsOn } from './week';

afterEach(() => {
  hoursShown.set('24');
});

describe('times', () => {
  const at = new Date(2026, 2, 13, 16, 5).getTime();
  it.each([
    ['24', '16:05', '00:30'],
    ['12', '4:05 PM', '12:30 AM'],
  ] as const)('on a clock of %s hours', (hours, afternoon, midnight) => {
    hoursShown.set(hours);
    const plain = (text: string) => text.replace(/\s/gu, ' ');
    expect(plain(clockTime(at))).toBe(afternoon);
    expect(plain(timeOfDay('16:05'))).toBe(afternoon);
    expect(plain(timeOfDay('00:30'))).toBe(midnight);
  });
});

describe('weeks', () => {
  it('begin as the language has it, or as was chosen', () => {
    expect(weekStartOf('de-DE')).toBe(1);
    expect(weekStartsOn('saturday')).toBe(6);
    expect(weekStartsOn('sunday')).toBe(0);
  });
});
