import { describe, expect, it } from 'vitest';
import { suggest, take } from './suggest';

const world = {
  projects: [
    { id: 'p1', name: 'Home' },
    { id: 'p2', name: 'Harbour grant' },
  ],
  labels: [{ id: 'l1', name: 'hull' }],
  people: [{ id: 'a1', name: 'Ana Lind' }],
  today: '2026-03-12',
  now: '09:41',
  weekStart: 1,
  dayFirst: true,
};

describe('names while a sigil is typed', () => {
  it('offers projects before labels, by their beginning', () => {
    expect(suggest('Rope #h', 7, world).names.map((each) => each.name)).toEqual([
      'Home',
      'Harbour grant',
      'hull',
    ]);
    expect(suggest('Rope #ha', 8, world).names.map((each) => each.id)).toEqual(['p2']);
  });

  it('offers nothing in the middle of a word, behind a letter, or for a whole name', () => {
    expect(suggest('Rope #ha', 7, world).names).toEqual([]);
    expect(suggest('C#h', 3, world).names).toEqual([]);
    expect(suggest('#home', 5, world).names).toEqual([]);
  });

  it('says what a new name could be beside what it is taken for', () => {
    expect(suggest('Rope #new', 9, world).unknown).toEqual({ name: 'new', couldBe: 'project' });
    const chosen = { plain: [], asProject: ['#new'] };
    expect(suggest('Rope #New', 9, world, chosen).unknown).toEqual({ name: 'New', couldBe: 'label' });
    expect(suggest('Rope #new', 9, world, { plain: ['#new'], asProject: [] }).unknown).toBeNull();
    for (const line of ['#home', '#12', '@nobody', '#'])
      expect(suggest(line, line.length, world).unknown).toBeNull();
  });

  it('puts the chosen name in the place of what was typed', () => {
    const at = suggest('Rope #ha now', 8, world);
    const [chosen] = at.names;
    expect(chosen && take('Rope #ha now', at, chosen)).toEqual({
      line: 'Rope #harbour-grant now',
      caret: 20,
    });
  });
});
