/** What a person may not do any more is refused by the server and kept for its author (CL5, AC3). */
import { expect } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { nothingFoundInBoth } from '../support/nothing-found';
import { addTask, controlled, signUp, task } from '../support/people';
import { accountIdOf, command, openWorkspace, shareWorkspace } from '../support/team';

test('[CL5] [AC3] [H06] what a viewer wrote offline stands in needs you, with the reason and the words', async ({
  first,
  second,
  network,
}) => {
  await signUp(second.page, uniqueEmail('olga'), 'Olga');
  await signUp(first.page, uniqueEmail('max'), 'Max');
  const workspace = await shareWorkspace(second.page, first.page, 'Harbour');
  await openWorkspace(first.page, 'Harbour');
  const sent = first.page.waitForResponse((answer) => answer.url().includes('/sync/push') && answer.ok());
  await addTask(first.page, 'Order rope');
  await sent;
  await controlled(first.page);
  const max = await accountIdOf(first.page);

  network.down();
  await addTask(first.page, 'Written while demoted');
  await command(second.page, 'PATCH', `/api/workspaces/${workspace}/members/${max}`, { role: 'viewer' });
  network.up();
  await expect(
    first.page.getByText('1 needs you').or(first.page.getByText('1 need you')).first(),
  ).toBeVisible({
    timeout: 30_000,
  });
  await first.page.goto('/sync');
  const needs = first.page.getByRole('main');
  await expect(needs.getByText('Written while demoted').first()).toBeVisible();
  await expect(needs.getByText(/You can see .* but not change it any more/)).toBeVisible();
  await expect(needs.getByRole('button', { name: 'Copy' }).first()).toBeVisible();
  await nothingFoundInBoth(first.page, 'a change that was refused');
  // Not in the list any more: nobody else will ever see it.
  await first.page.goto('/today');
  await expect(task(first.page, 'Order rope')).toBeVisible();
  await expect(task(first.page, 'Written while demoted')).toHaveCount(0);
});
