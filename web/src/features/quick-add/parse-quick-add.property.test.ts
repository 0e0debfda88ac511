import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuickAdd } from './parse-quick-add';
import type { QuickAddWorld } from './understood';

const world: QuickAddWorld = {
  projects: [
    { id: 'p1', name: 'Home' },
    { id: 'p2', name: 'Boat shed fit-out' },
  ],
  labels: [{ id: 'l1', name: 'bills' }],
  people: [{ id: 'a1', name: 'Ana Lind' }],
  today: '2026-03-12',
  now: '09:41',
  weekStart: 1,
  dayFirst: true,
};

/** What people type, in any order, whole and broken, between anything at all. */
const said = fc.constantFrom(
  ...[
    'every',
    'every!',
    '2nd',
    '3',
    'friday',
    'fri',
    'sun',
    'monthly',
    'on the last day',
    'tomorrow',
    'at 5',
    '9am',
  ],
  ...[
    'in',
    '3 days',
    'next week',
    '15 april',
    '1/2',
    'the 31st',
    'before',
    'from',
    '#home',
    '#new',
    '#Boat shed fit-out',
  ],
  ...[
    '!',
    '!!',
    '@ana',
    'Pay rent',
    'İstanbul',
    '👩‍🚀',
    'e\u0301',
    '買う',
    '\u0001',
    '\n',
    '\t',
    '(',
    ')',
    '.',
    ',',
  ],
);
const line = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: said }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) }),
    {
      maxLength: 14,
    },
  )
  .chain((parts) => fc.constantFrom(' ', '  ', '').map((gap) => parts.join(gap)));

const letters = (text: string) => text.replace(/\s+/gu, '');

describe('quick add loses nothing', () => {
  it('has every character in the title or in a span, in order', () => {
    fc.assert(
      fc.property(line, (text) => {
        const { title, spans } = parseQuickAdd(text, world);
        let at = 0;
        let words = '';
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.text).toBe(text.slice(span.start, span.end));
          words += text.slice(at, span.start);
          at = span.end;
        }
        expect(letters(title)).toBe(letters(words + text.slice(at)));
      }),
      { numRuns: 400 },
    );
  });

  it('keeps what was crossed out as words, whatever is typed behind it', () => {
    fc.assert(
      fc.property(line, line, (text, more) => {
        const [first] = parseQuickAdd(text, world).spans;
        if (!first) return;
        const plain = [first.text];
        for (const typed of [text, `${text} ${more}`])
          for (const span of parseQuickAdd(typed, world, { plain, asProject: [] }).spans)
            expect(span.start < first.end && first.start < span.end).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('says one day, one time, one repeat, one project, one person and one priority at most', () => {
    fc.assert(
      fc.property(line, (text) => {
        const means = parseQuickAdd(text, world).spans.map((span) => span.means);
        const count = (is: (each: (typeof means)[number]) => boolean) => means.filter(is).length;
        expect(count((each) => each.kind === 'when' && each.dueOn !== null)).toBeLessThanOrEqual(1);
        expect(count((each) => 'dueTime' in each && each.dueTime !== null)).toBeLessThanOrEqual(1);
        for (const kind of ['repeat', 'person', 'priority'])
          expect(count((each) => each.kind === kind)).toBeLessThanOrEqual(1);
        expect(count((each) => each.kind === 'project' || each.kind === 'new-project')).toBeLessThanOrEqual(
          1,
        );
      }),
      { numRuns: 200 },
    );
  });
});
