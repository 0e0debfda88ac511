/** Storage that fails under a person's hands: an edit survives or is refused in words, and never "saved" (CL10). */
import { expect, type Page } from '@playwright/test';
import { test } from '../support/fixtures';
import { outbox, storedTitles } from '../support/local-store';
import { addTask, task } from '../support/people';
import {
  abortWrites,
  cure,
  dropConnections,
  installSickness,
  refuseAll,
  timesStruck,
} from '../support/sick-storage';

/** What `transaction()` and a commit are known to throw on a connection that is of no use any more. */
const DEAD = [
  'InvalidStateError',
  'UnknownError',
  'AbortError',
  'TransactionInactiveError',
  'TimeoutError',
  'NotReadableError',
];

const line = (page: Page) => page.getByRole('textbox', { name: 'New task' });

async function openLine(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New task' }).first().click();
  await line(page).fill(title);
}

for (const error of DEAD) {
  test(`[CL10] [H40] a connection that throws ${error} is replaced: the edit survives, once; a browser that throws it always refuses in words`, async ({
    first,
  }) => {
    const { page } = first;
    await installSickness(first.context);
    await first.open('/today');
    await addTask(page, 'Before');

    await dropConnections(page, error);
    await addTask(page, 'On a dead connection');
    expect(await timesStruck(page)).toBeGreaterThan(0);
    await cure(page);
    expect((await outbox(page)).map(({ seq }) => seq)).toEqual([1, 2]);

    await openLine(page, 'On no connection at all');
    await refuseAll(page, error);
    await line(page).press('Enter');
    await expect(
      page.getByText(/storage does not answer\. What is on screen is not saved yet/),
    ).toBeVisible();
    // Refused, and the words stay where they were typed.
    await expect(line(page)).toHaveText('On no connection at all');
    await cure(page);
    expect(await storedTitles(page)).toEqual(expect.not.arrayContaining(['On no connection at all']));
    await line(page).press('Enter');
    await expect(task(page, 'On no connection at all')).toBeVisible();
    await page.reload();
    await expect(task(page, 'On no connection at all')).toHaveCount(1);
    await expect(task(page, 'On a dead connection')).toHaveCount(1);
  });
}

test('[H42] [CL1] a write that is aborted after its last request leaves nothing; tried again it is there once', async ({
  first,
}) => {
  const { page } = first;
  await installSickness(first.context);
  await first.open('/today');
  await addTask(page, 'Before');

  await abortWrites(page, 1);
  await addTask(page, 'Aborted once');
  expect(await timesStruck(page)).toBe(1);
  expect((await outbox(page)).map(({ seq }) => seq)).toEqual([1, 2]);

  await openLine(page, 'Aborted always');
  await abortWrites(page, 100);
  await line(page).press('Enter');
  await expect(page.getByText(/is not saved yet/)).toBeVisible();
  await cure(page);
  expect((await outbox(page)).map(({ seq }) => seq)).toEqual([1, 2]);
  expect((await storedTitles(page)).toSorted()).toEqual(['Aborted once', 'Before']);
});

test('[H47] [CL10] storage that does not answer at start is no empty list: it says so, and all is there once it answers', async ({
  first,
}) => {
  const { page } = first;
  await installSickness(first.context);
  await first.open('/today');
  await addTask(page, 'Still here');
  await first.context.addInitScript(() => {
    if (sessionStorage.getItem('sick'))
      Object.assign(window.sickness, { error: 'UnknownError', upTo: Number.MAX_SAFE_INTEGER });
  });
  await page.evaluate(() => sessionStorage.setItem('sick', 'yes'));
  await page.reload();
  await expect(page.getByText(/storage does not answer\. Nothing is lost/)).toBeVisible();
  await expect(page.getByText('Nothing due today')).toHaveCount(0);
  await page.evaluate(() => sessionStorage.removeItem('sick'));
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(task(page, 'Still here')).toBeVisible();
});

test('[H47] [CL10] lists that could not be read say so, and come back by themselves once storage answers', async ({
  first,
}) => {
  const { page } = first;
  await installSickness(first.context);
  await first.open('/today');
  await addTask(page, 'Still here');
  await refuseAll(page, 'UnknownError');
  await page.getByRole('link', { name: 'Inbox' }).first().click();
  await expect(page.getByText('Your tasks could not be read')).toBeVisible();
  await expect(page.getByText('The inbox is clear')).toHaveCount(0);
  await cure(page);
  // As on a phone: back in front, the app looks after its storage before anything is tapped.
  await page.evaluate(() => dispatchEvent(new Event('pageshow')));
  await expect(task(page, 'Still here')).toBeVisible();
});

test('[H47] one failed read at start is not seen at all', async ({ first }) => {
  const { page } = first;
  await installSickness(first.context);
  await first.open('/today');
  await addTask(page, 'Still here');
  await first.context.addInitScript(() => {
    const { getAll } = IDBIndex.prototype;
    let failures = 1;
    IDBIndex.prototype.getAll = function (...args: Parameters<typeof getAll>) {
      if (failures > 0) {
        failures -= 1;
        window.sickness.struck += 1;
        throw new DOMException('planted', 'UnknownError');
      }
      return getAll.apply(this, args);
    };
  });
  await page.reload();
  await expect(task(page, 'Still here')).toBeVisible();
  expect(await timesStruck(page)).toBe(1);
  await expect(page.getByText('Nothing due today')).toHaveCount(0);
});
