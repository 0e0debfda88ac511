/** What cannot be taken back: a new password, links that are turned off, a workspace and an account that end. */
import { expect, type Page } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { addTask, PASSWORD, signIn, signUp, task } from '../support/people';
import { openWorkspace, shareWorkspace } from '../support/team';

const dialog = (page: Page) => page.getByRole('dialog');

test('[AC1] a new password signs the other devices out; what is on them stays', async ({ first, second }) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  await addTask(first.page, 'Pay rent');
  await signIn(second.page, email);
  await expect(task(second.page, 'Pay rent')).toBeVisible();
  await first.open('/settings/account');
  await first.page.getByRole('button', { name: 'Change password' }).click();
  await dialog(first.page).getByLabel('Password now').fill('not my password');
  await dialog(first.page).getByLabel('New password').fill('nine grey geese paddle');
  await dialog(first.page).getByRole('button', { name: 'Change password' }).click();
  await expect(dialog(first.page)).toContainText('That is not your password.');
  await dialog(first.page).getByLabel('Password now').fill(PASSWORD);
  await dialog(first.page).getByRole('button', { name: 'Change password' }).click();
  await expect(first.page.getByText('Your password is changed')).toBeVisible();
  await expect(second.page.getByText(/signed out/i).first()).toBeVisible();
  await expect(task(second.page, 'Pay rent')).toBeVisible();
});

test('[AC3] links that work are listed, and turned off; a workspace ends for everybody when its name is typed', async ({
  first,
  second,
}) => {
  await signUp(first.page, uniqueEmail());
  await signUp(second.page, uniqueEmail('ben'), 'Ben');
  await shareWorkspace(first.page, second.page, 'Harbour Studio');
  await openWorkspace(first.page, 'Harbour Studio');
  await openWorkspace(second.page, 'Harbour Studio');
  await first.open('/members');
  await first.page.getByRole('button', { name: 'Make a link' }).click();
  await expect(first.page.getByText('Joins as Member', { exact: true })).toBeVisible();
  await first.page.getByRole('button', { name: /^Turn off the link/ }).click();
  await expect(first.page.getByText('The link is turned off')).toBeVisible();
  await expect(first.page.getByText('Joins as Member', { exact: true })).toBeHidden();
  await expect(first.page.getByRole('textbox', { name: 'Invite link' })).toBeHidden();

  await first.page.getByRole('button', { name: 'Delete workspace' }).click();
  await dialog(first.page).getByRole('textbox').fill('Harbour');
  await dialog(first.page).getByRole('button', { name: 'Delete workspace' }).click();
  await expect(dialog(first.page)).toContainText('Write “Harbour Studio”');
  await dialog(first.page).getByRole('textbox').fill('Harbour Studio');
  await dialog(first.page).getByRole('button', { name: 'Delete workspace' }).click();
  await expect(first.page).toHaveURL(/\/today/);
  for (const { page } of [first, second])
    await expect(page.getByRole('button', { name: /Personal/ }).first()).toBeVisible();
});

test('[CL11] a deleted account leaves nothing on its device, and nobody can sign in to it', async ({
  first,
}) => {
  const email = uniqueEmail();
  await signUp(first.page, email);
  await addTask(first.page, 'Pay rent');
  await first.open('/settings/account');
  await first.page.getByRole('button', { name: 'Delete account' }).click();
  await dialog(first.page).getByLabel('Your password').fill(PASSWORD);
  await dialog(first.page).getByRole('button', { name: 'Delete account' }).click();
  await expect(first.page).toHaveURL(/\/today/);
  await expect(task(first.page, 'Pay rent')).toBeHidden();
  await first.open('/sign-in');
  await first.page.getByLabel('Email').fill(email);
  await first.page.getByLabel('Password').fill(PASSWORD);
  await first.page.getByRole('button', { name: /sign in/i }).click();
  await expect(first.page.getByText('That email and password don’t match.')).toBeVisible();
});
