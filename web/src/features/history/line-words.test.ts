import type { Json } from '@holdfast/shared/entities/fields';
import { uuidOf } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import type { Wording } from '../merges/value-words';
import type { HistoryLine } from './history-lines';
import { lineWords } from './line-words';

const names: { readonly [key: string]: string } = {
  [`project/${uuidOf(1)}`]: 'Boat shed',
  [`label/${uuidOf(2)}`]: 'rope',
  [`label/${uuidOf(3)}`]: 'urgent',
  [`member/${uuidOf(4)}`]: 'Omar',
};
const wording: Wording = {
  nameOf: (entity, id) => names[`${entity}/${id}`] ?? null,
  today: '2026-03-12',
  moment: (at) => `moment ${at}`,
};
const line = (
  changes: { readonly [field: string]: readonly [from: Json, to: Json] },
  more: Partial<HistoryLine> = {},
): string =>
  lineWords(
    'task',
    {
      mutationId: '',
      name: 'task.edit',
      accountId: '',
      deviceName: null,
      at: 0,
      kind: 'changed',
      changes: Object.entries(changes).map(([field, [from, to]]) => ({ field, from, to })),
      onlyHere: false,
      ...more,
    },
    wording,
  );

describe('a line of a history', () => {
  it('says old and new in words', () => {
    expect(line({ status: ['todo', 'in_progress'] })).toBe('changed the status from To do to In progress');
    expect(line({ dueOn: [null, '2026-03-13'] })).toBe('set the due date to Tomorrow');
    expect(line({ dueOn: ['2026-03-13', null] })).toBe('removed the due date, Tomorrow');
    expect(line({ assigneeId: [null, uuidOf(4)] })).toBe('set the assignee to Omar');
    expect(line({ projectId: [null, uuidOf(1)], position: ['a', 'b'] })).toBe(
      'moved it from the Inbox to Boat shed',
    );
    expect(line({ labels: [[uuidOf(2)], [uuidOf(3)]] })).toBe('added #urgent and removed #rope');
    expect(line({ dueOn: [null, '2026-03-13'], dueTime: [null, '09:00'] })).toBe(
      'set the due date to Tomorrow and set the due time to 09:00',
    );
  });

  it('texts stand beside it', () => {
    expect(line({ title: ['Pay', 'Pay rent'] })).toBe('changed the title');
    expect(line({ description: ['', 'by card'] })).toBe('wrote the description');
    expect(line({ description: ['by card', ''] })).toBe('emptied the description');
  });

  it('names what was done as a whole', () => {
    expect(line({}, { kind: 'made' })).toBe('made this task');
    expect(line({}, { kind: 'deleted' })).toBe('deleted it');
    expect(line({}, { kind: 'restored' })).toBe('brought it back');
    expect(line({ status: ['todo', 'done'] }, { name: 'task.complete' })).toBe('completed it');
    expect(line({ position: ['a', 'b'] })).toBe('moved it in the list');
  });
});
