import type { Json } from '@holdfast/shared/entities/fields';
import { task } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { testContext } from '../../testing/write-context';
import { restoreValues, valuesBefore } from './restore';

const shown = (values = {}) => build(task, { title: 'Pay rent', ...values });
const line = (field: string, from: Json, to: Json = null) => ({ changes: [{ field, from, to }] });
const everything = () => true;
const nothing = () => false;

describe('what a line can put back', () => {
  it('is what stood before, against what is on screen now', () => {
    expect(valuesBefore(shown(), line('title', 'Pay', 'Pay the rent'), everything)).toEqual({
      title: { from: 'Pay rent', to: 'Pay' },
    });
    expect(valuesBefore(shown(), line('custom.size', 'L'), everything)).toEqual({
      'custom.size': { from: null, to: 'L' },
    });
  });

  it('is nothing where it stands already', () => {
    expect(valuesBefore(shown(), line('title', 'Pay rent'), everything)).toEqual({});
    expect(valuesBefore(shown({ labels: [] }), line('labels', []), everything)).toEqual({});
  });

  it('leads to nothing that is gone: no deleted project, no deleted label', () => {
    expect(valuesBefore(shown(), line('projectId', uuidOf(5)), nothing)).toEqual({});
    expect(valuesBefore(shown({ labels: [uuidOf(6)] }), line('labels', [uuidOf(5)]), nothing)).toEqual({
      labels: { from: [uuidOf(6)], to: [] },
    });
  });

  it('a place in a list goes with its list, never alone', () => {
    expect(valuesBefore(shown({ position: 'b' }), line('position', 'a'), everything)).toEqual({});
  });

  it('[CL1] [PU8] is an ordinary edit from what was on screen, unguarded, that can be undone', async () => {
    const ctx = testContext();
    await ctx.store.transaction('relaxed', (tx) =>
      tx.putRow('task', build(task, { title: 'Pay rent', version: 4 })),
    );
    const row = shown({ version: 4 });
    const result = await restoreValues(ctx, row, valuesBefore(row, line('title', 'Pay'), everything));
    expect(result).toMatchObject({ kind: 'saved', rows: [{ title: 'Pay' }] });
    const [entry] = await ctx.look((tx) => tx.outbox());
    expect(entry?.mutation.ops).toMatchObject([
      { op: 'patch', base: 4, guard: false, changes: { title: { from: 'Pay rent', to: 'Pay' } } },
    ]);
    expect(await ctx.look((tx) => tx.done(WORKSPACE))).toHaveLength(1);
  });
});
