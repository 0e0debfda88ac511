import type { Task } from '@holdfast/shared/entities/task';
import { WORKSPACE } from '@holdfast/shared/testing/build';
import { expect, test } from 'vitest';
import { testContext } from '../../testing/write-context';
import { undoDone } from '../undo/actions';
import { setStatus } from './actions';
import { addTask } from './add-tasks';
import { placeTask } from './place-task';

async function threeTasks() {
  const ctx = testContext();
  const made: Task[] = [];
  for (const title of ['a', 'b', 'c']) {
    const last = made.at(-1);
    const saved = await addTask(
      { ...ctx, read: { ...ctx.read, last: async () => (last ?? null) as never } },
      { title },
    );
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    made.push(saved.rows.at(-1) as unknown as Task);
  }
  const [a, b, c] = made as [Task, Task, Task];
  const read = (id: string) =>
    ctx.look(async (tx) => (await tx.row('task', WORKSPACE, id)) as unknown as Task);
  return { ctx, a, b, c, read };
}

test('[MG11] status and place go in one mutation, between the neighbours that the dropper saw', async () => {
  const { ctx, a, b, c, read } = await threeTasks();
  const saved = await placeTask(ctx, c, {
    between: { before: a.position, after: b.position },
    status: 'in_progress',
  });
  const now = await read(c.id);
  expect(now.status).toBe('in_progress');
  expect(now.position > a.position && now.position < b.position).toBe(true);
  // One way back, of both together.
  expect(
    saved.kind === 'saved' && saved.undo.map((op) => op.op === 'patch' && Object.keys(op.changes).sort()),
  ).toEqual([['position', 'status']]);
});

test('dropped where a list orders itself, the place among its own stays', async () => {
  const { ctx, a, read } = await threeTasks();
  await placeTask(ctx, a, { between: null, status: 'done' });
  const now = await read(a.id);
  expect([now.status, now.position]).toEqual(['done', a.position]);
});

test('only what is blocked waits for something; undo brings both back', async () => {
  const { ctx, a, read } = await threeTasks();
  await setStatus(ctx, a, 'blocked', 'timber prices');
  const blocked = await read(a.id);
  const saved = await placeTask(ctx, blocked, { between: null, status: 'todo' });
  expect(await read(a.id)).toMatchObject({ status: 'todo', blockedReason: null });
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  await undoDone(ctx, [saved.doneId]);
  expect(await read(a.id)).toMatchObject({ status: 'blocked', blockedReason: 'timber prices' });
});

test('[MG12] a repeating one dropped on Done brings its next one', async () => {
  const { ctx, a } = await threeTasks();
  const repeating: Task = { ...a, recurrence: 'FREQ=DAILY', dueOn: '2026-03-12' };
  const saved = await placeTask(ctx, repeating, { between: null, status: 'done' });
  if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
  expect(saved.rows.filter((row) => row.id !== a.id)).toHaveLength(1);
});
