import { expect, it } from 'vitest';
import { rowActions } from '../../db/row-actions';
import { aTask } from '../../testing/show-page';
import { testContext } from '../../testing/write-context';
import { nextOf } from './next-of';

const weekly = aTask(1, { recurrence: 'FREQ=WEEKLY', dueOn: '2026-03-12' });
const absent = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

it('[MG12] without the rules of repeating on the device nothing is done, and that is said', async () => {
  const ctx = testContext();
  const next = await nextOf(ctx, weekly, absent);
  expect(next).toEqual({ kind: 'refused', code: 'not_fetched', field: null });
  const done = { status: { from: 'todo', to: 'done' } } as const;
  expect(await rowActions('task').patch(ctx, 'complete', weekly, done, next)).toBe(next);
  expect(await ctx.look((tx) => tx.outbox(weekly.workspaceId))).toEqual([]);
});

it('a task that does not repeat needs them not', async () => {
  expect(await nextOf(testContext(), aTask(2), absent)).toEqual([]);
});
