/** What merging could not settle is asked calmly, decided once, and the same for everyone after it. */
import { expect, type Page } from '@playwright/test';
import { type Device, test, uniqueEmail } from '../support/fixtures';
import { startFlakyProxy } from '../support/flaky-proxy';
import { nothingFoundInBoth } from '../support/nothing-found';
import { addTask, controlled, signIn, signUp, task } from '../support/people';
import { openWorkspace, shareWorkspace, showEveryones } from '../support/team';
import { toldOnline } from '../support/told-online';

const title = (page: Page) => page.getByRole('textbox', { name: 'Title' });
const result = (page: Page, field: string) => page.getByRole('status', { name: `Result: ${field}` });
const pushed = (page: Page) =>
  page.waitForResponse((answer) => answer.url().includes('/sync/push') && answer.ok());

/** Sam and Ana in one workspace, with one task that both have open. */
async function together(sam: Device, ana: Device, words: string): Promise<string> {
  const email = uniqueEmail('sam');
  await signUp(ana.page, uniqueEmail('ana'), 'Ana');
  await signUp(sam.page, email, 'Sam');
  await shareWorkspace(ana.page, sam.page, 'Harbour');
  for (const { page } of [sam, ana]) {
    await openWorkspace(page, 'Harbour');
    await controlled(page);
  }
  const sent = pushed(ana.page);
  await addTask(ana.page, words);
  await sent;
  await ana.page.goto('/inbox');
  await sam.page.goto('/inbox');
  await showEveryones(sam.page);
  for (const { page } of [sam, ana]) {
    await task(page, words).click();
    await expect(title(page)).toHaveValue(words);
  }
  return email;
}

/** As a phone and as a desk, by day and by night. */
async function clearOnBoth(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const size of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    await nothingFoundInBoth(page, `${size.width} wide`);
  }
}

async function rename(page: Page, words: string): Promise<void> {
  await title(page).fill(words);
  await title(page).press('Enter');
  // Stored, and by that in time before what comes after it: of two rewritings the later one stands.
  await expect(task(page, words).first()).toBeVisible();
}

test('[MG2] [MG10] the same words rewritten by two people offline: one decides, both have the same', async ({
  app,
  first: sam,
  newDevice,
  network,
}) => {
  test.slow();
  const anas = await startFlakyProxy(app.port);
  const ana = await newDevice({ url: anas.url });
  await together(sam, ana, 'Order 40 m of marine rope');
  network.down();
  anas.down();
  await rename(sam.page, 'Order 40 m of floating rope');
  await rename(ana.page, 'Order 40 m of mooring rope');
  const anasFirst = pushed(ana.page);
  anas.up();
  await anasFirst;
  network.up();

  // Sam is asked, calmly: nothing opens by itself.
  await expect(sam.page.getByText('1 needs you').first()).toBeVisible({ timeout: 30_000 });
  await expect(sam.page.getByRole('dialog', { name: /changed|conflict/i })).toHaveCount(0);
  // Both see on the task itself that there are two versions.
  for (const { page } of [sam, ana])
    await expect(page.getByRole('link', { name: '2 versions of the title' })).toBeVisible();

  // Sam decides without a connection.
  network.down();
  await sam.page.getByRole('link', { name: '2 versions of the title' }).click();
  await expect(sam.page.getByRole('heading', { name: 'You and Ana both changed this task' })).toBeVisible();
  await clearOnBoth(sam.page);
  const sides = sam.page.getByRole('group', { name: /^Title/ });
  await expect(sides.getByRole('checkbox', { name: /^Yours/ })).toBeChecked();
  await expect(sides.getByRole('checkbox', { name: /^Ana’s/ })).toBeChecked();
  // A screen reader hears whose words are whose, not only sees it.
  await expect(result(sam.page, 'Title')).toContainText('added, yours: floating');
  await sides.getByText('Order 40 m of', { exact: false }).nth(1).click();
  await expect(result(sam.page, 'Title')).not.toContainText('mooring');
  await sam.page.getByRole('button', { name: 'Edit the result: Title' }).click();
  await sam.page.getByRole('textbox', { name: 'Result: Title' }).fill('Order 40 m of floating mooring rope');
  await sam.page.getByRole('button', { name: 'Save result' }).click();
  await expect(sam.page).toHaveURL(/\/sync$/);
  network.up();

  await sam.page.goto('/inbox');
  await expect(task(sam.page, 'Order 40 m of floating mooring rope')).toBeVisible();
  await expect(title(ana.page)).toHaveValue('Order 40 m of floating mooring rope', { timeout: 30_000 });
  // Settled on one device, it is gone from the other.
  await expect(ana.page.getByRole('link', { name: '2 versions of the title' })).toHaveCount(0);
  await expect(sam.page.getByText('Everything is saved').first()).toBeVisible({ timeout: 30_000 });
  await anas.close();
});

test('[MG9] [H35] an edit of a task that somebody deleted: Bring it back with my edit', async ({
  first: sam,
  second: ana,
  network,
}) => {
  test.slow();
  await together(sam, ana, 'Order rope');
  network.down();
  await rename(sam.page, 'Order 40 m of floating rope');
  const deleted = pushed(ana.page);
  await ana.page.getByRole('button', { name: 'More actions' }).click();
  await ana.page.getByRole('menuitem', { name: 'Delete' }).click();
  await deleted;
  network.up();
  await expect(sam.page.getByText('1 needs you').first()).toBeVisible({ timeout: 30_000 });

  await sam.page.goto('/sync');
  const card = sam.page.getByRole('listitem').filter({ hasText: 'Ana deleted' });
  await expect(card).toContainText('Your change of the title is kept here.');
  await expect(card).toContainText('Order 40 m of floating rope');
  await card.getByRole('link', { name: 'Review' }).click();
  await expect(sam.page.getByRole('heading', { name: 'Ana deleted this task' })).toBeVisible();
  await clearOnBoth(sam.page);
  await sam.page.getByRole('button', { name: 'Bring it back with my edit' }).click();
  // The page leaves when the write is durable.
  await expect(sam.page).toHaveURL(/\/sync$/);

  for (const { page } of [sam, ana]) {
    await page.goto('/inbox');
    await expect(task(page, 'Order 40 m of floating rope')).toBeVisible({ timeout: 30_000 });
  }
  await expect(sam.page.getByText('Everything is saved').first()).toBeVisible({ timeout: 30_000 });
});

test('[MG10] two devices of one person decide at once: the second is told, and keeps its words', async ({
  app,
  first: phone,
  second: ana,
  newDevice,
  network,
}) => {
  test.slow();
  const laptops = await startFlakyProxy(app.port);
  const laptop = await newDevice({ url: laptops.url });
  const email = await together(phone, ana, 'Order marine rope');
  await signIn(laptop.page, email);
  await openWorkspace(laptop.page, 'Harbour');
  await controlled(laptop.page);

  network.down();
  await rename(phone.page, 'Order floating rope');
  const renamed = pushed(ana.page);
  await rename(ana.page, 'Order mooring rope');
  await renamed;
  network.up();
  for (const { page } of [phone, laptop])
    await expect(page.getByText('1 needs you').first()).toBeVisible({ timeout: 30_000 });

  // Both decide without a connection, each in their own way.
  network.down();
  laptops.down();
  for (const [{ page }, words] of [
    [phone, 'Order floating rope'],
    [laptop, 'Order sinking rope'],
  ] as const) {
    await page
      .getByRole('link', { name: 'Sync centre' })
      .or(page.getByRole('link', { name: '1 needs you' }))
      .first()
      .click();
    await page.getByRole('link', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Edit the result: Title' }).click();
    await page.getByRole('textbox', { name: 'Result: Title' }).fill(words);
    await page.getByRole('button', { name: 'Save result' }).click();
    await expect(page).toHaveURL(/\/sync$/);
  }
  network.up();
  await toldOnline(phone.page);
  // Not the first push alone: that may be one without the decision.
  await expect(phone.page.getByText('Everything is saved').first()).toBeVisible({ timeout: 30_000 });
  laptops.up();
  await toldOnline(laptop.page);
  // Nothing of the second is lost, nothing of the first is overwritten.
  const kept = laptop.page.getByRole('listitem').filter({ hasText: 'but not all of it came in' });
  await expect(kept).toContainText('Order sinking rope', { timeout: 30_000 });
  await laptop.page.goto('/inbox');
  await showEveryones(laptop.page);
  await expect(task(laptop.page, 'Order floating rope')).toBeVisible();
  await laptop.page.goto('/sync');
  await kept.getByRole('button', { name: 'Use mine' }).click();
  await expect(title(ana.page)).toHaveValue('Order sinking rope', { timeout: 30_000 });
  await laptops.close();
});

test('[MG8] the diary: a date that two people moved, in one sentence, and one tap takes the other', async ({
  first: sam,
  second: ana,
  network,
}) => {
  await together(sam, ana, 'Order rope');
  network.down();
  await priority(sam.page, 'High');
  const sent = pushed(ana.page);
  await priority(ana.page, 'Urgent');
  await sent;
  network.up();
  await expect(sam.page.getByText('Everything is saved').first()).toBeVisible({ timeout: 30_000 });

  await sam.page.goto('/sync');
  const diary = sam.page.getByRole('region', { name: 'Joined without a question' });
  await expect(diary).toContainText(
    /You changed the priority to High on this device, \d\d:\d\d; Ana to Urgent, \d\d:\d\d; Urgent stands\./,
  );
  await diary.getByRole('button', { name: 'Take High' }).click();
  await expect(diary).toContainText('It was changed since.');
  await expect(ana.page.getByRole('button', { name: /^Priority: High/ })).toBeVisible({ timeout: 30_000 });
  // An ordinary change: it can be undone.
  await sam.page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(ana.page.getByRole('button', { name: /^Priority: Urgent/ })).toBeVisible({ timeout: 30_000 });
});

async function priority(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: /^Priority:/ }).click();
  await page
    .getByRole('menuitemradio', { name: words })
    .or(page.getByRole('option', { name: words }))
    .first()
    .click();
}
