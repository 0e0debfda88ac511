/** Many tabs, one outbox: they write at once, and the one that sends freezes (CL6). */
import { expect } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { outbox, storedTitles } from '../support/local-store';
import { addManyIn, addTask, controlled, signIn, signUp, task } from '../support/people';
import { toldOnline } from '../support/told-online';

test('[H48] [H09] [CL6] three tabs write 100 tasks each at once: one sequence without gaps, every task once', async ({
  first,
  second,
  network,
}) => {
  test.slow();
  const email = uniqueEmail();
  await signUp(first.page, email);
  await expect(first.page.getByText('Everything is saved').first()).toBeVisible();
  await controlled(first.page);
  const tabs = [first.page, await first.context.newPage(), await first.context.newPage()];
  for (const tab of tabs) await tab.goto('/today');
  network.down();
  const titles = tabs.map((_, tab) => Array.from({ length: 100 }, (_, n) => `Tab ${tab} task ${n}`));
  await addManyIn(tabs.map((tab, n) => [tab, titles[n] ?? []] as const));
  const waiting = await outbox(first.page);
  expect(waiting.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 300 }, (_, n) => n + (waiting[0]?.seq ?? 0)),
  );
  network.up();
  await toldOnline(first.page);
  await signIn(second.page, email);
  await expect.poll(async () => (await storedTitles(second.page)).length, { timeout: 20_000 }).toBe(300);
  expect((await storedTitles(second.page)).toSorted()).toEqual(titles.flat().toSorted());
  for (const tab of tabs) await expect.poll(() => outbox(tab)).toEqual([]);
});

test('[H49] [CL6] the tab that sends freezes while it holds the lock: another takes over, and the frozen one gives way when it thaws', async ({
  first,
  second,
}) => {
  test.setTimeout(100_000);
  const email = uniqueEmail();
  const leader = first.page;
  await signUp(leader, email);
  await expect(leader.getByText('Everything is saved').first()).toBeVisible();
  const other = await first.context.newPage();
  await other.goto('/today');
  await expect(other.getByText('Everything is saved').first()).toBeVisible();

  // The debugger holds the first tab: no timer, no message and no answer reaches it. Its lock it keeps, but no
  // transaction: Chromium freezes no page that has one under way.
  const line = await first.context.newCDPSession(leader);
  await line.send('Debugger.enable');
  const frozen = new Promise((resolve) => line.once('Debugger.paused', resolve));
  const thawed = leader.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.includes('/') ? [name] : []));
    for (const name of names)
      await new Promise<void>((done, failed) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const all = db.transaction([...db.objectStoreNames], 'readwrite');
          all.objectStore('meta').count();
          all.oncomplete = () => {
            db.close();
            done();
          };
        };
      });
    // biome-ignore lint/suspicious/noDebugger: this is where the page stands still
    debugger;
    return true;
  });
  await frozen;
  await addTask(other, 'While the leader is frozen');
  expect(await outbox(other)).toHaveLength(1);
  // Thirty seconds without a beat, in real time: Playwright's clock is one for all tabs.
  await expect.poll(() => outbox(other), { timeout: 45_000, intervals: [500] }).toEqual([]);
  await signIn(second.page, email);
  await expect(task(second.page, 'While the leader is frozen')).toHaveCount(1);

  await line.send('Debugger.resume');
  await line.send('Debugger.disable');
  expect(await thawed).toBe(true);
  await addTask(leader, 'After it thawed');
  await expect(task(second.page, 'After it thawed')).toHaveCount(1);
  await addTask(second.page, 'From elsewhere');
  for (const page of [leader, other]) await expect(task(page, 'From elsewhere')).toHaveCount(1);
});
