import { HEADERS, PROTOCOL } from '@holdfast/shared/sync/protocol';
import { expect, it } from 'vitest';
import { startingApp } from './starting';

it('[WR1] [WR2] while the server starts, clients hear in their own language when to ask again', async () => {
  const answer = await startingApp().request('/sync/push', { method: 'POST', body: '{}' });
  expect(answer.status).toBe(503);
  expect(answer.headers.get('Retry-After')).toBe('1');
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  expect(answer.headers.get(HEADERS.protocol)).toBe(String(PROTOCOL));
  expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
  expect(await answer.json()).toMatchObject({ status: 503, code: 'unavailable' });
});

it('whoever watches the process hears that it is there', async () => {
  const answer = await startingApp().request('/healthz');
  expect([answer.status, await answer.json()]).toEqual([200, { ok: true, starting: true }]);
});
