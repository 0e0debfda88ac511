import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { test, uniqueEmail } from '../support/fixtures';
import { signUp } from '../support/people';
import { command, openWorkspace, shareWorkspace } from '../support/team';
test('shots', async ({ first, second }) => {
  await signUp(first.page, uniqueEmail('olga'), 'Olga');
  await signUp(second.page, uniqueEmail('max'), 'Max');
  const ws = await shareWorkspace(first.page, second.page, 'Harbour');
  await openWorkspace(first.page, 'Harbour');
  await openWorkspace(second.page, 'Harbour');
  const deviceId = randomUUID();
  let seq = 0;
  const ids = Array.from({ length: 70 }, () => randomUUID());
  const push = (ops: object[]) => command(second.page, 'POST', '/sync/push', { protocol: 1, workspaceId: ws, deviceId, deviceName: 'Laptop', cursor: null, sentAt: Date.now(), mutations: ops.map((op) => ({ id: randomUUID(), seq: ++seq, schema: 1, at: Date.now(), seen: null, name: 'test.op', group: null, ops: [{ base: 0, after: null, guard: false, changes: {}, entity: 'task', ...op }] })) });
  await push(ids.map((id, n) => ({ op: 'create', id, changes: { title: { from: null, to: ['Order rope', 'Sand the hull', 'Book the crane'][n] ?? `Task ${n}` }, position: { from: null, to: `a${n}` } } })));
  await push(ids.slice(0, 60).map((id) => ({ op: 'delete', id, base: 99 })));
  await expect(second.page.getByText('1 needs you').first()).toBeVisible();
  for (const [name, page] of [['owner', first.page], ['author', second.page]] as const) {
    await page.goto('/sync');
    await expect(page.getByRole('region', { name: 'Held' })).toBeVisible();
    for (const scheme of ['light', 'dark'] as const)
      for (const [w, h] of [[390, 844], [1280, 800]] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width: w, height: h });
        await page.screenshot({ path: `/tmp/hf/guard-shots/${name}-${scheme}-${w}.png` });
      }
  }
});
