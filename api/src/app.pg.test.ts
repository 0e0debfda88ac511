import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createApp } from './app';
import type { StaticFiles } from './http/static-files';
import { createHub } from './sync/hub';
import { createTestApp, type TestApp } from './testing/test-app';

const page = { type: 'text/html', etag: 'x', cache: 'no-cache', plain: Buffer.from('<!doctype html>') };
const built: StaticFiles = {
  files: new Map([['/index.html', { ...page, br: undefined, gzip: undefined }]]),
  build: 'x',
};

let server: TestApp;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  server = await createTestApp(inject('postgresAdminUrl'));
  const hub = createHub(server.deps.bus, { set: () => 0, clear: () => undefined });
  app = createApp(server.deps, hub, built);
});
afterAll(() => server.close());

const typeOf = async (address: string): Promise<string> => {
  const answer = await app.request(address);
  await answer.body?.cancel();
  return `${answer.status} ${answer.headers.get('Content-Type')?.split(';')[0]}`;
};

test.each(['/', '/today', '/sync', '/join'])(
  '[H57] %s opens the app to whoever has no session',
  async (address) => {
    expect(await typeOf(address)).toBe('200 text/html');
  },
);

test.each([
  ['/sync/pull', '401 application/problem+json'],
  ['/sync/nothing', '401 application/problem+json'],
  ['/auth', '404 application/problem+json'],
  ['/api/nothing', '404 application/problem+json'],
  ['/healthz', '200 application/json'],
  ['/readyz', '200 application/json'],
])('[WR1] %s is never the page: %s', async (address, answer) => {
  expect(await typeOf(address)).toBe(answer);
});
