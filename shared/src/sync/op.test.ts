import { describe, expect, it } from 'vitest';
import { uuidOf } from '../testing/build';
import { MAX_OPS, parseMutation } from './op';

const op = {
  op: 'patch',
  entity: 'task',
  id: uuidOf(1),
  base: 1,
  after: null,
  guard: false,
  changes: { title: { from: 'a', to: 'b' } },
};
const mutation = {
  id: uuidOf(2),
  seq: 1,
  schema: 1,
  at: 1000,
  seen: null,
  name: 'task.rename',
  group: null,
  ops: [op],
};
const withChange = (change: object) => ({ ...mutation, ops: [{ ...op, changes: change }] });
const created = (entity: string, values: Record<string, unknown>) => ({
  ...mutation,
  ops: [
    {
      ...op,
      op: 'create',
      entity,
      changes: Object.fromEntries(Object.entries(values).map(([k, to]) => [k, { from: null, to }])),
    },
  ],
});

describe('parsing a mutation', () => {
  it('[WR5] takes what a client writes', () => {
    expect(parseMutation(mutation)).toEqual(mutation);
    expect(
      parseMutation(
        created('task', {
          title: 'x',
          position: 'a0',
          labels: [uuidOf(3)],
          dueOn: '2028-02-29',
          dueTime: '23:59',
        }),
      ),
    ).toMatchObject({ seq: 1 });
    expect(parseMutation(withChange({ 'custom.size': { from: null, to: 'L' } }))).toMatchObject({ seq: 1 });
    expect(parseMutation({ ...mutation, ops: [], skip: true })).toMatchObject({ skip: true });
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['no ops', { ...mutation, ops: [] }],
    ['too many ops', { ...mutation, ops: Array.from({ length: MAX_OPS + 1 }, () => op) }],
    ['an unknown key', { ...mutation, role: 'owner' }],
    ['an unknown key of an op', { ...mutation, ops: [{ ...op, version: 9 }] }],
    ['no from', withChange({ title: { to: 'b' } })],
    ['an unknown field', withChange({ nope: { from: null, to: 1 } })],
    ['an inherited field', withChange({ constructor: { from: null, to: 1 } })],
    ['a field of the server', withChange({ version: { from: 1, to: 2 } })],
    ['a derived field', withChange({ completedAt: { from: null, to: 2 } })],
    ['NUL', withChange({ title: { from: 'a', to: 'a\u0000b' } })],
    ['a lone surrogate', withChange({ title: { from: 'a', to: 'a\ud800' } })],
    ['an empty title', withChange({ title: { from: 'a', to: '' } })],
    ['a title of 1 MB', withChange({ title: { from: 'a', to: 'x'.repeat(1e6) } })],
    ['a list for a string', withChange({ title: { from: 'a', to: ['b'] } })],
    ['a status that is none', withChange({ status: { from: 'todo', to: 'wish' } })],
    ['a day that is none', withChange({ dueOn: { from: null, to: '2026-02-29' } })],
    ['a time that is none', withChange({ dueTime: { from: null, to: '24:00' } })],
    [
      '200 labels',
      withChange({ labels: { from: [], to: Array.from({ length: 200 }, (_, i) => uuidOf(i)) } }),
    ],
    ['a label twice', withChange({ labels: { from: [], to: [uuidOf(1), uuidOf(1)] } })],
    ['custom as a whole', withChange({ custom: { from: {}, to: { a: 1 } } })],
    ['a deep custom value', withChange({ 'custom.a': { from: null, to: { b: { c: 1 } } } })],
    ['a field of the prototype', withChange(JSON.parse('{"__proto__": {"from": null, "to": 1}}'))],
    ['a custom key of the prototype', withChange({ 'custom.__proto__': { from: null, to: 1 } })],
    ['NaN', withChange({ estimateMinutes: { from: null, to: Number.NaN } })],
    [
      'a row that only the server writes',
      { ...mutation, ops: [{ ...op, entity: 'member', changes: { role: { from: 'viewer', to: 'owner' } } }] },
    ],
    ['an unknown entity', { ...mutation, ops: [{ ...op, entity: '__proto__' }] }],
    ['an id in capitals', { ...mutation, ops: [{ ...op, id: uuidOf(0xab).toUpperCase() }] }],
    ['a creation without its position', created('task', { title: 'x' })],
    [
      'a creation with a from',
      {
        ...mutation,
        ops: [{ ...op, op: 'create', entity: 'label', changes: { name: { from: 'a', to: 'b' } } }],
      },
    ],
    ['a deletion with changes', { ...mutation, ops: [{ ...op, op: 'delete' }] }],
    [
      'a moved step',
      {
        ...mutation,
        ops: [{ ...op, entity: 'step', changes: { taskId: { from: uuidOf(1), to: uuidOf(2) } } }],
      },
    ],
    ['a NUL in what was there before', withChange({ title: { from: 'a\u0000', to: 'b' } })],
    ['a lone surrogate deep in it', withChange({ labels: { from: [{ a: '\ud800' }], to: [] } })],
    ['a NUL in a key of it', withChange({ title: { from: { 'a\u0000': 1 }, to: 'b' } })],
  ])('[WR5] refuses %s, typed', (_, value) => {
    expect(parseMutation(value)).toMatchObject({
      kind: 'rejected',
      code: expect.stringMatching(/^(invalid|forbidden)$/),
    });
  });

  it('[WR5] says nothing of the text in a refusal', () => {
    expect(
      JSON.stringify(parseMutation(withChange({ title: { from: 'a', to: 'secret\u0000' } }))),
    ).not.toContain('secret');
    expect(JSON.stringify(parseMutation(withChange({ secret: { from: null, to: 1 } })))).not.toContain(
      'secret',
    );
  });
});
