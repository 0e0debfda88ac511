/** Verify this device: a row that went wrong here is found, read again, and said. */
import { expect } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { addTask, controlled, signUp, task } from '../support/people';

/** What a bug or a bad disk might do: the row of that title is another, and pretends to be older. */
const spoil = (title: string) =>
  new Promise<void>((resolve, reject) => {
    void indexedDB.databases().then((all) => {
      const name = all.find((db) => /^holdfast\/[0-9a-f]{8}-/.test(db.name ?? ''))?.name ?? '';
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const rows = opening.result.transaction('task', 'readwrite').objectStore('task');
        rows.openCursor().onsuccess = (event) => {
          const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
          if (!cursor) return;
          if (cursor.value.title === title)
            cursor.update({ ...cursor.value, title: 'Spoilt', version: cursor.value.version - 1 });
          cursor.continue();
        };
        rows.transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  });

test('[DG1] [H27] finds what differs, mends it and says so; says too that all is the same, or that it needs a connection', async ({
  first,
  network,
}) => {
  const { page } = first;
  await signUp(page, uniqueEmail());
  await addTask(page, 'Oil the gate');
  await expect(page.getByText('Everything is saved').first()).toBeVisible();
  await controlled(page);
  await page.goto('/sync');
  const verify = page.getByRole('button', { name: 'Verify this device' });
  const words = page.getByRole('complementary', { name: 'This device' }).getByRole('status');
  await verify.click();
  await expect(words).toHaveText(/^Checked \d\d:\d\d: this device holds exactly what the server holds\.$/);

  await page.evaluate(spoil, 'Oil the gate');
  await page.goto('/today');
  await expect(task(page, 'Spoilt')).toBeVisible();
  await page.goto('/sync');
  await verify.click();
  await expect(words).toHaveText(/some tasks here differed from the server, were read again/);
  await page.goto('/today');
  await expect(task(page, 'Oil the gate')).toBeVisible();
  await expect(task(page, 'Spoilt')).toHaveCount(0);

  await page.goto('/sync');
  network.down();
  await verify.click();
  await expect(words).toHaveText(/needs a connection/);
});
