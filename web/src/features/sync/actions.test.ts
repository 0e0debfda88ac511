import { uuidOf } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { editedKey, withEdits } from './actions';

const T = uuidOf(1);

describe('other words for what was turned down', () => {
  it('[CL5] replaces the texts that were edited, and nothing else', () => {
    const edited = { [editedKey(T, 'title')]: 'Ring the office' };
    const common = { entity: 'task', id: T, after: null } as const;
    const mutation = {
      id: uuidOf(9),
      seq: 1,
      schema: 1,
      at: 0,
      seen: null,
      name: 'task.add',
      group: null,
      ops: [
        {
          ...common,
          op: 'create' as const,
          base: 0,
          guard: false,
          changes: { title: { from: null, to: 'Ring' }, position: { from: null, to: 'a0' } },
        },
        {
          ...common,
          op: 'patch' as const,
          base: 3,
          guard: false,
          changes: { dueOn: { from: null, to: '2026-11-22' } },
        },
      ],
    };
    expect(withEdits(mutation, edited)).toEqual([
      { op: 'create', entity: 'task', id: T, values: { title: 'Ring the office', position: 'a0' } },
      {
        op: 'patch',
        entity: 'task',
        id: T,
        base: 3,
        guard: false,
        changes: { dueOn: { from: null, to: '2026-11-22' } },
      },
    ]);
  });
});
