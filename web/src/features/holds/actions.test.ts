import type { Row } from '@holdfast/shared/entities/define-entity';
import { type Hold, hold } from '@holdfast/shared/entities/hold';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import { testContext } from '../../testing/write-context';
import { dropHold, releaseHold } from './actions';

it.each([
  [releaseHold, 'released'],
  [dropHold, 'dropped'],
] as const)(
  '[PU9] a decision is one guarded change, in the own name, and stands at once',
  async (act, state) => {
    const ctx = testContext();
    const row = build(hold, { state: 'held', version: 7, count: 60 });
    await ctx.store.transaction('relaxed', (tx) => tx.putRow('hold', row as Row));
    expect(await act(ctx, row as unknown as Hold)).toMatchObject({ kind: 'saved' });
    const [entry] = await ctx.look((tx) => tx.outbox());
    expect(entry?.mutation.ops).toMatchObject([
      {
        entity: 'hold',
        base: 7,
        guard: true,
        changes: { state: { from: 'held', to: state }, decidedBy: { from: null, to: ctx.accountId } },
      },
    ]);
    expect(await ctx.look((tx) => tx.row('hold', WORKSPACE, uuidOf(1)))).toMatchObject({ state });
  },
);
