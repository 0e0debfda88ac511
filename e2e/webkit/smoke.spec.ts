/**
 * The main job in WebKit: written at once, there after a reload without a network, sent on return, seen elsewhere.
 * Once as WebKitGTK comes (no `navigator.storage`: the way without it) and once with that switched on.
 */
import { expect } from '@playwright/test';
import { uniqueEmail, test as withApp } from '../support/fixtures';
import { PASSWORD } from '../support/people';
import { openWebKit, type WebKit } from '../support/webkit';

const test = withApp.extend<{ webkit: WebKit; features: string }>({
  features: ['', { option: true }],
  webkit: async ({ features }, use) => {
    const webkit = await openWebKit(features);
    await use(webkit);
    await webkit.close();
  },
});

const has = (text: string) => `document.body.innerText.includes(${JSON.stringify(text)})`;
const NEW_TASK = '[aria-label="New task"]';

async function fillIn(webkit: WebKit, origin: string, email: string): Promise<void> {
  await webkit.goto(`${origin}/sign-up`);
  await webkit.type('input[name=name]', 'Ana');
  await webkit.type('input[name=email]', email);
  await webkit.type('input[name=password]', PASSWORD);
}

async function signUp(webkit: WebKit, origin: string, email: string): Promise<void> {
  await fillIn(webkit, origin, email);
  await webkit.click('form button[type=submit]');
  await webkit.until(`location.pathname === '/today'`);
}

async function signIn(webkit: WebKit, origin: string, email: string): Promise<void> {
  await webkit.goto(`${origin}/sign-in`);
  await webkit.type('input[name=email]', email);
  await webkit.type('input[name=password]', PASSWORD);
  await webkit.click('form button[type=submit]');
  await webkit.until(`location.pathname === '/today'`);
}

async function add(webkit: WebKit, title: string): Promise<void> {
  await webkit.until(`document.querySelector('main h1')`);
  await webkit.run(`document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }))`);
  await webkit.type(`[role=dialog] textarea${NEW_TASK}`, `${title}\n`);
  await webkit.until(has(title));
}

for (const features of ['', '+StorageAPI,+StorageAPIEstimate']) {
  test.describe(features === '' ? 'WebKitGTK as it comes' : 'with StorageManager', () => {
    test.use({ features });

    test('[CL1] [CL7] [H58] made offline, reloaded offline, sent on return without any Background Sync, seen elsewhere', async ({
      webkit,
      network,
      app,
    }) => {
      const email = uniqueEmail();
      await signUp(webkit, network.url, email);
      await webkit.until(has('Everything is saved'));
      await webkit.until('navigator.serviceWorker.controller !== null');
      expect(await webkit.run(`'sync' in (await navigator.serviceWorker.ready)`)).toBe(false);
      network.down();
      await add(webkit, 'Made offline in WebKit');
      await webkit.until(has('Offline, 1 change saved here'));
      await webkit.reload();
      await webkit.until(has('Made offline in WebKit'));
      // Any address opens, cold and without a network.
      await webkit.goto(`${network.url}/projects`);
      await webkit.until(`document.querySelector('main h1')?.textContent === 'Projects'`);
      network.up();
      await webkit.goto(`${network.url}/today`);
      await webkit.until(has('Everything is saved'), 20_000);
      const elsewhere = await openWebKit();
      try {
        await signIn(elsewhere, app.url, email);
        await elsewhere.until(has('Made offline in WebKit'));
        // And live: the stream says pull.
        await add(elsewhere, 'From the other device');
        await webkit.until(has('From the other device'));
      } finally {
        await elsewhere.close();
      }
    });
  });
}

test('[CL6] [H48] two tabs in WebKit: one outbox, each sees the other’s', async ({ webkit, network }) => {
  await signUp(webkit, network.url, uniqueEmail());
  const first = await webkit.handle();
  const second = await webkit.newTab();
  await webkit.tab(second);
  await webkit.goto(`${network.url}/today`);
  await add(webkit, 'From the second tab');
  await webkit.tab(first);
  await webkit.until(has('From the second tab'));
  await webkit.until(has('Everything is saved'), 20_000);
});

test('[H40] [H48] pages left in the midst of what they read and write hold up none that comes after', async ({
  webkit,
  network,
}) => {
  await signUp(webkit, network.url, uniqueEmail());
  await webkit.until(has('Everything is saved'));
  await webkit.until('navigator.serviceWorker.controller !== null');
  // The first few did, each time.
  for (let turn = 1; turn <= 8; turn += 1) {
    await webkit.goto(`${network.url}/today`);
    await add(webkit, `Task ${turn}`);
  }
  await webkit.until(has('Everything is saved'), 20_000);
});

/** The disk is slow with the first write to such a database, and the person goes to another address meanwhile. */
const leaveInTheMidst = (name: string) => `(() => {
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, ...options) {
    const transaction = begin.call(this, stores, mode, ...options);
    if (mode !== 'readwrite' || !${name}.test(this.name)) return transaction;
    IDBDatabase.prototype.transaction = begin;
    const store = transaction.objectStore(transaction.objectStoreNames[0]);
    const until = Date.now() + 3_000;
    const goOn = () => Date.now() < until && (store.get('nothing').onsuccess = goOn);
    goOn();
    location.assign('/inbox');
    return transaction;
  };
})()`;

for (const [what, name] of [
  ['who is signed in', '/^holdfast$/'],
  ['what is moved into the account', '/^holdfast.[0-9a-f-]{36}$/'],
] as const)
  test(`[H40] [CL12] a page left while it writes ${what} leaves no other empty, and ends what it began when it is back`, async ({
    webkit,
    network,
  }) => {
    await webkit.goto(`${network.url}/today`);
    await add(webkit, 'Written before');
    await webkit.until(`document.querySelector('main').innerText.includes('Written before')`);
    await fillIn(webkit, network.url, uniqueEmail());
    await webkit.run(leaveInTheMidst(name));
    await webkit.click('form button[type=submit]');
    await webkit.until(`location.pathname === '/inbox'`);
    await webkit.until(`document.querySelector('main h1')?.textContent === 'Inbox'`);
    await webkit.run('void history.back()');
    await webkit.until(has('Everything is saved'), 20_000);
    await webkit.until(`document.querySelector('main').innerText.includes('Written before')`);
  });
