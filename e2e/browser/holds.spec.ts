/** The mass-change guard as two people meet it: nothing is deleted until somebody who may says so (PU9). */
import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { nothingFoundInBoth } from '../support/nothing-found';
import { signUp, task } from '../support/people';
import { command, openWorkspace, shareWorkspace } from '../support/team';

/** Another device of the page's person, that pushes by hand. */
function otherDevice(page: Page, workspaceId: string) {
  const deviceId = randomUUID();
  let seq = 0;
  return async (many: readonly object[]): Promise<string[]> => {
    const at = await page.evaluate(() => Date.now());
    const mutations = many.map((op) => ({
      id: randomUUID(),
      seq: ++seq,
      schema: 1,
      at,
      seen: null,
      name: 'test.op',
      group: null,
      ops: [{ base: 0, after: null, guard: false, changes: {}, entity: 'task', ...op }],
    }));
    const sent = {
      protocol: 1,
      workspaceId,
      deviceId,
      deviceName: 'Laptop',
      cursor: null,
      sentAt: at,
      mutations,
    };
    const answer = await command(page, 'POST', '/sync/push', sent);
    return (answer.results as unknown as { outcome: string }[]).map(({ outcome }) => outcome);
  };
}

test('[PU9] [AC3] sixty deletes of one member are held; the owner releases them with one tap, offline too', async ({
  first,
  second,
  network,
}) => {
  await signUp(first.page, uniqueEmail('olga'), 'Olga');
  await signUp(second.page, uniqueEmail('max'), 'Max');
  const workspace = await shareWorkspace(first.page, second.page, 'Harbour');
  await openWorkspace(first.page, 'Harbour');
  await openWorkspace(second.page, 'Harbour');
  const today = await first.page.evaluate(() => new Date().toLocaleDateString('sv'));
  const ids = Array.from({ length: 70 }, () => randomUUID());
  const push = otherDevice(second.page, workspace);
  const create = (id: string, n: number) => ({
    op: 'create',
    id,
    changes: {
      title: { from: null, to: n === 0 ? 'Order rope' : `Task ${n}` },
      position: { from: null, to: `a${n}` },
      dueOn: { from: null, to: today },
    },
  });
  expect(new Set(await push(ids.map(create)))).toEqual(new Set(['applied']));
  await expect(task(second.page, 'Order rope')).toBeVisible();
  const outcomes = await push(ids.slice(0, 60).map((id) => ({ op: 'delete', id, base: 99 })));
  expect(new Set(outcomes)).toEqual(new Set(['held']));

  // Their author sees what waits and cannot release it; nothing is gone.
  await expect(second.page.getByText('1 needs you').first()).toBeVisible();
  await second.page.goto('/sync');
  const theirs = second.page.getByRole('region', { name: 'Held' });
  await expect(theirs.getByText('Held: your 60 deletes wait for an owner or admin')).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Keep them' })).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Delete them' })).toHaveCount(0);
  await expect(second.page.getByText(/An owner or admin decides about it/)).toBeVisible();
  await nothingFoundInBoth(second.page, 'held deletes, their author');

  await second.page.goto('/today');
  await expect(task(second.page, 'Order rope')).toBeVisible();
  await second.page.goto('/sync');
  await first.page.goto('/sync');
  const mine = first.page.getByRole('region', { name: 'Held' });
  await expect(mine.getByText('Held: 60 deletes by Max wait for your decision')).toBeVisible();
  await nothingFoundInBoth(first.page, 'held deletes, who may release them');
  network.down();
  await mine.getByRole('button', { name: 'Delete them' }).click();
  await expect(mine).toHaveCount(0);
  await expect(first.page.getByText('Agreed to 60 deletes')).toBeVisible();
  network.up();

  await expect(theirs.getByText('Olga agreed to your 60 deletes')).toBeVisible({ timeout: 30_000 });
  await second.page.goto('/today');
  await expect(task(second.page, 'Task 61')).toBeVisible();
  await expect(task(second.page, 'Order rope')).toHaveCount(0);
});
