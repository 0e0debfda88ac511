import { describe, expect, it } from 'vitest';
import { edgeAt, restAt, turnsIn } from './edge';
import { type Box, type DrawnGroup, placeAt } from './place-at';
import { countsAt, type DropGroup, neighboursAt, placeOf, type Step, settledPlace, stepFrom } from './places';

const columns: readonly DropGroup[] = [
  { key: 'todo', label: 'To do', ids: ['a', 'b', 'c'] },
  { key: 'doing', label: 'In progress', ids: ['d', 'e'] },
  { key: 'done', label: 'Done', ids: ['f', 'g'], ordersItself: true },
];

describe('a place', () => {
  it('counts without the dragged one', () => {
    expect(placeOf(columns, 'b')).toEqual({ group: 'todo', index: 1 });
    expect(placeOf(columns, 'x')).toBeNull();
    expect(countsAt(columns, 'b', { group: 'todo', index: 1 })).toEqual({ position: 2, of: 3 });
    expect(countsAt(columns, 'b', { group: 'doing', index: 1 })).toEqual({ position: 2, of: 3 });
  });

  it('[MG11] lies between the neighbours as they stand', () => {
    expect(neighboursAt(columns, 'b', { group: 'todo', index: 1 })).toEqual({ before: 'a', after: 'c' });
    expect(neighboursAt(columns, 'b', { group: 'doing', index: 1 })).toEqual({ before: 'd', after: 'e' });
    expect(neighboursAt(columns, 'b', { group: 'doing', index: 2 })).toEqual({ before: 'e', after: null });
    expect(neighboursAt(columns, 'b', { group: 'todo', index: 0 })).toEqual({ before: null, after: 'a' });
  });

  it('exists: past the end is the end, and a column that orders itself takes to its top', () => {
    expect(settledPlace(columns, 'b', { group: 'doing', index: 9 })).toEqual({ group: 'doing', index: 2 });
    expect(settledPlace(columns, 'b', { group: 'done', index: 2 })).toEqual({ group: 'done', index: 0 });
    expect(settledPlace(columns, 'g', { group: 'done', index: 0 })).toEqual({ group: 'done', index: 1 });
  });
});

describe('arrow keys', () => {
  const walk = (flow: 'columns' | 'sections', id: string, ...steps: readonly Step[]) => {
    let at = placeOf(columns, id);
    for (const step of steps) at = at && stepFrom(columns, id, at, step, flow);
    return at;
  };

  it('go up and down a column, and to the one beside at the same height', () => {
    expect(walk('columns', 'a', 'down')).toEqual({ group: 'todo', index: 1 });
    expect(walk('columns', 'a', 'up')).toEqual({ group: 'todo', index: 0 });
    expect(walk('columns', 'a', 'down', 'down', 'down')).toEqual({ group: 'todo', index: 2 });
    expect(walk('columns', 'c', 'right')).toEqual({ group: 'doing', index: 2 });
    expect(walk('columns', 'c', 'right', 'right', 'right')).toEqual({ group: 'done', index: 0 });
    expect(walk('columns', 'c', 'right', 'left')).toEqual({ group: 'todo', index: 2 });
    expect(walk('columns', 'a', 'left')).toEqual({ group: 'todo', index: 0 });
  });

  it('go on into the section below and above', () => {
    expect(walk('sections', 'c', 'down')).toEqual({ group: 'doing', index: 0 });
    expect(walk('sections', 'd', 'up')).toEqual({ group: 'todo', index: 3 });
    expect(walk('sections', 'e', 'down')).toEqual({ group: 'done', index: 0 });
    expect(walk('sections', 'c', 'right')).toEqual({ group: 'todo', index: 2 });
  });
});

describe('a point on the screen', () => {
  const box = (left: number, top: number, width: number, height: number): Box => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  });
  const drawn: readonly DrawnGroup[] = [
    {
      key: 'todo',
      box: box(0, 0, 100, 500),
      items: [
        { id: 'a', box: box(0, 0, 100, 50) },
        { id: 'b', box: box(0, 60, 100, 50) },
        { id: 'c', box: box(0, 120, 100, 50) },
      ],
    },
    { key: 'doing', box: box(110, 0, 100, 500), items: [{ id: 'd', box: box(110, 0, 100, 50) }] },
    { key: 'done', box: box(220, 0, 100, 500), items: [] },
  ];
  const at = (x: number, y: number, id = 'a') => placeAt(columns, drawn, id, { x, y }, 'columns');

  it('is before the item whose middle it lies above', () => {
    expect(at(150, 10)).toEqual({ group: 'doing', index: 0 });
    expect(at(150, 30)).toEqual({ group: 'doing', index: 1 });
    expect(at(50, 100)).toEqual({ group: 'todo', index: 1 });
  });

  it('goes behind the last one that is drawn, where others follow off the screen', () => {
    expect(at(150, 400)).toEqual({ group: 'doing', index: 1 });
    expect(neighboursAt(columns, 'a', { group: 'doing', index: 1 })).toEqual({ before: 'd', after: 'e' });
  });

  it('belongs to the nearest column', () => {
    expect(at(104, 10)?.group).toBe('todo');
    expect(at(107, 10)?.group).toBe('doing');
    expect(at(900, 10)).toEqual({ group: 'done', index: 0 });
  });
});

describe('resting at the edge', () => {
  it('is at one within 36 px', () => {
    expect([edgeAt(20, 0, 390), edgeAt(200, 0, 390), edgeAt(380, 0, 390)]).toEqual(['left', null, 'right']);
  });

  it('turns after 500 ms of rest at the same edge', () => {
    const first = restAt(null, 'right', 1000);
    expect(first && turnsIn(first, 1000)).toBe(500);
    const still = restAt(first, 'right', 1400);
    expect(still && turnsIn(still, 1400)).toBe(100);
    const other = restAt(still, 'left', 1450);
    expect(other && turnsIn(other, 1450)).toBe(500);
    expect(restAt(still, null, 1460)).toBeNull();
  });
});
