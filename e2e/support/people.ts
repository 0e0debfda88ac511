/** What a person does with the app, for tests of what happens beneath. */
import { expect, type Locator, type Page } from '@playwright/test';

export const PASSWORD = 'seven brown otters swim';

export async function signUp(page: Page, email: string, name = 'Ana'): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: /create/i }).click();
  await expect(page).toHaveURL(/\/today/);
}

export async function signIn(page: Page, email: string, origin = ''): Promise<void> {
  await askToSignIn(page, email, origin);
  await expect(page).toHaveURL(/\/today/);
}

/** Where somebody else is signed in, the app asks first whether it is safe to leave. */
export async function signInAsSomebodyElse(page: Page, email: string): Promise<void> {
  await askToSignIn(page, email);
  await page.getByRole('button', { name: 'Sign out and go on' }).click();
  await expect(page).toHaveURL(/\/today/);
}

async function askToSignIn(page: Page, email: string, origin = ''): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: /sign in/i }).click();
}

/** By quick add; it is due today, so Today shows it. */
export async function addTask(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New task' }).first().click();
  const line = page.getByRole('textbox', { name: 'New task' });
  await line.fill(title);
  await line.press('Enter');
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  // The sheet leaves a moment after the row came: a finger put down earlier would meet it.
  await expect(line).toBeHidden();
}

export const task = (page: Page, title: string) => page.getByRole('link', { name: title });

/** The app serves this page from its worker from now on, offline too. */
export const controlled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/**
 * Many tasks, as fast as the page takes them: the same field and the same key, pressed from within the page. Resolves
 * when the last one was stored.
 */
export const addMany = (page: Page, titles: readonly string[]): Promise<void> => addManyIn([[page, titles]]);

/** In several tabs at once. Each begins with the draft that is kept, so all are open before the first one writes. */
export async function addManyIn(tabs: readonly (readonly [Page, readonly string[]])[]): Promise<void> {
  await Promise.all(tabs.map(([page]) => openQuickAdd(page)));
  await Promise.all(tabs.map(([page, titles]) => writeMany(page, titles)));
}

async function openQuickAdd(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New task' }).first().click();
  // Until it has the focus, keys are caught for it, and Enter does nothing.
  await expect(page.getByRole('textbox', { name: 'New task' })).toBeFocused();
}

async function writeMany(page: Page, titles: readonly string[]): Promise<void> {
  await page.evaluate(async (titles) => {
    const field = document.querySelector<HTMLTextAreaElement>(
      '[role=dialog] textarea[aria-label="New task"]',
    );
    if (!field) throw new Error('no field');
    const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
    const moment = () => new Promise((resolve) => setTimeout(resolve, 1));
    for (const title of titles) {
      setValue?.call(field, title);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await moment();
      field.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Enter',
          code: 'Enter',
          shiftKey: true,
          bubbles: true,
          cancelable: true,
        }),
      );
      const until = performance.now() + 60_000;
      while (field.value !== '') {
        if (performance.now() > until) {
          const fault = document.querySelector('[role=dialog] [role=alert]')?.textContent ?? '';
          throw new Error(`not added after a minute; the field says: ${fault || 'nothing'}`);
        }
        await moment();
      }
    }
  }, titles);
  await page.keyboard.press('Escape');
}

/** These words stand on the screen, wherever this screen has them: in the pill, a banner, or the name of a button. */
export const says = (page: Page, words: string | RegExp): Locator =>
  page
    .getByText(words)
    .or(page.getByRole('link', { name: words }))
    .locator('visible=true')
    .first();
