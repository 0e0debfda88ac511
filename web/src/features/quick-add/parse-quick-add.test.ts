import { describe, expect, it } from 'vitest';
import { dayInLine } from './day-in-line';
import { noChoices, parseQuickAdd, stillChosen } from './parse-quick-add';
import type { QuickAddWorld } from './understood';

const world: QuickAddWorld = {
  projects: [
    { id: 'p1', name: 'Home' },
    { id: 'p2', name: 'Boat shed fit-out' },
  ],
  labels: [
    { id: 'l1', name: 'home' },
    { id: 'l2', name: 'bills' },
  ],
  people: [
    { id: 'a1', name: 'Ana Lind' },
    { id: 'a2', name: 'Sam Okafor' },
    { id: 'a3', name: 'Sam Reed' },
  ],
  today: '2026-12-31',
  now: '09:41',
  weekStart: 1,
  dayFirst: true,
};
const parse = (line: string, plain: readonly string[] = []) =>
  parseQuickAdd(line, world, { ...noChoices, plain });
const meanings = (line: string, plain: readonly string[] = []) =>
  parse(line, plain).spans.map((span) => span.means);

describe('quick add, one line', () => {
  it('makes of an unknown name a label, or the project that it was said to be: one, and no second', () => {
    const choices = { plain: [], asProject: ['#shed', '#barn'] };
    const means = (line: string) => parseQuickAdd(line, world, choices).spans.map((span) => span.means);
    expect(means('Rope #Shed #barn')).toEqual([
      { kind: 'new-project', name: 'Shed' },
      { kind: 'new-label', name: 'barn' },
    ]);
    expect(means('Rope #boat-shed-fit-out #shed')[1]).toEqual({ kind: 'new-label', name: 'shed' });
    expect(meanings('Rope #shed')).toEqual([{ kind: 'new-label', name: 'shed' }]);
  });

  it('takes every sigil out of the words', () => {
    const { title, spans } = parse('Pay rent tomorrow 9am #home !high @ana');
    expect(title).toBe('Pay rent');
    expect(spans.map((span) => span.means)).toEqual([
      { kind: 'when', dueOn: '2027-01-01', dueTime: '09:00' },
      { kind: 'project', id: 'p1', name: 'Home' },
      { kind: 'priority', level: 'high' },
      { kind: 'person', id: 'a1', name: 'Ana Lind' },
    ]);
  });

  it('gives the offsets of what it understood', () => {
    const line = 'Pay #bills now';
    const [span] = parse(line).spans;
    expect(span && line.slice(span.start, span.end)).toBe('#bills');
  });

  it('takes # for a project first, a label second, a new label last', () => {
    expect(meanings('#home')).toEqual([{ kind: 'project', id: 'p1', name: 'Home' }]);
    expect(meanings('#bills')).toEqual([{ kind: 'label', id: 'l2', name: 'bills' }]);
    expect(meanings('#rope')).toEqual([{ kind: 'new-label', name: 'rope' }]);
    expect(meanings('#boat-shed-fit-out')).toEqual([
      { kind: 'project', id: 'p2', name: 'Boat shed fit-out' },
    ]);
  });

  it('takes a name of several words whole', () => {
    const { title, spans } = parse('Ring Tove #Boat shed fit-out before noon');
    expect(title).toBe('Ring Tove before noon');
    expect(spans[0]?.text).toBe('#Boat shed fit-out');
  });

  it('lets a second # of the same name be the label of that name, and a third stay words', () => {
    expect(meanings('#home #boat-shed-fit-out')).toHaveLength(1);
    expect(parse('#rope x #rope').title).toBe('x #rope');
  });

  it.each([
    ['!', 'high'],
    ['!!', 'urgent'],
    ['!HIGH', 'high'],
    ['!urgent', 'urgent'],
    ['!low', 'low'],
    ['!normal', 'normal'],
  ])('reads %s as priority %s', (word, level) => {
    expect(meanings(`Rope ${word}`)).toEqual([{ kind: 'priority', level }]);
  });

  it.each([
    'Fix C# build',
    'See https://example.com/#part',
    'Bug #12',
    'Say hi!',
    'Plan today’s list',
    'Buy 9',
    '!constructor x',
    'Write to @sam',
    'Mail x@ana',
    '# ! alone is high, so not this one'.slice(0, 1),
  ])('leaves %s as words', (line) => {
    expect(parse(line)).toEqual({ title: line, spans: [] });
  });

  it.each(['2026-12-31', '2027-01-01', '2028-02-29'])('reads %s as the calendar writes it', (dueOn) => {
    expect(meanings(`Rope ${dayInLine(dueOn)} `)).toEqual([{ kind: 'when', dueOn, dueTime: null }]);
  });

  it('keeps what was crossed out as words, until it is gone from the line', () => {
    expect(parse('Rope #home', ['#home'])).toEqual({ title: 'Rope #home', spans: [] });
    const chosen = { plain: ['#home'], asProject: ['#shed'] };
    expect(stillChosen('Rope #Home #shed', chosen)).toEqual(chosen);
    expect(stillChosen('Rope', chosen)).toEqual(noChoices);
  });

  it('reads repeats, days and times around each other, and nothing twice', () => {
    expect(parse('Water every friday at 9am #home')).toMatchObject({ title: 'Water' });
    expect(meanings('Water every friday at 9am #home')).toEqual([
      { kind: 'repeat', recurrence: 'FREQ=WEEKLY;BYDAY=FR', repeatFrom: 'due', dueTime: null },
      { kind: 'when', dueOn: null, dueTime: '09:00' },
      { kind: 'project', id: 'p1', name: 'Home' },
    ]);
    expect(meanings('every 2 weeks from monday').map((means) => means.kind)).toEqual(['repeat', 'when']);
    expect(parse('Ring fri, then mon').title).toBe('Ring, then mon');
    expect(parse('Stretch every morning 9am').title).toBe('Stretch 9am');
  });

  it('takes an unsure word where only understood ones follow', () => {
    expect(parse('Sail sun #home !high').title).toBe('Sail');
    expect(parse('Buy sun cream').title).toBe('Buy sun cream');
    expect(parse('Pay rent monthly 9am').title).toBe('Pay rent');
    expect(parse('Write monthly report').title).toBe('Write monthly report');
  });

  it('does not read on in what was crossed out', () => {
    expect(parse('Pay fri 9am', ['fri 9am'])).toEqual({ title: 'Pay fri 9am', spans: [] });
    expect(parse('Pay every friday', ['every friday'])).toEqual({ title: 'Pay every friday', spans: [] });
    // Another word is understood anew.
    expect(parse('Pay friday', ['fri']).title).toBe('Pay');
  });
});
