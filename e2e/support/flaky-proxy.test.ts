import http from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FlakyProxy, startFlakyProxy } from './flaky-proxy';

let server: http.Server;
let proxy: FlakyProxy;
const served: string[] = [];

beforeEach(async () => {
  served.length = 0;
  server = http.createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      served.push(`${request.method} ${request.url}`);
      if (request.url === '/stream') {
        response.write('first\n');
        return;
      }
      response.end('answer');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  proxy = await startFlakyProxy(typeof address === 'object' && address ? address.port : 0);
});
afterEach(async () => {
  await proxy.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const send = (method: string, path: string, signal: AbortSignal | null = null) =>
  fetch(`${proxy.url}${path}`, { method, body: method === 'POST' ? 'x'.repeat(100_000) : null, signal }).then(
    (response) => response.text(),
  );

test('up passes through and remembers what came by', async () => {
  expect(await send('POST', '/sync/push?a=1')).toBe('answer');
  expect(proxy.seen).toEqual([{ method: 'POST', path: '/sync/push?a=1' }]);
});

test('down refuses new connections, and cuts a stream that is open', async () => {
  const stream = await fetch(`${proxy.url}/stream`);
  const reader = stream.body?.getReader();
  await reader?.read();
  proxy.down();
  await expect(reader?.read()).rejects.toThrow();
  await expect(send('GET', '/')).rejects.toThrow();
  expect(served).toEqual(['GET /stream']);
  proxy.up();
  expect(await send('GET', '/')).toBe('answer');
});

test('a black hole accepts and never answers', async () => {
  proxy.blackhole();
  await expect(send('GET', '/', AbortSignal.timeout(200))).rejects.toThrow();
  expect(served).toEqual([]);
});

test('dropReply: the server did the work, the client never hears of it, and only once', async () => {
  const lost = proxy.dropReply({ method: 'POST', path: '/sync/push' });
  expect(await send('POST', '/auth/sign-in')).toBe('answer');
  await expect(send('POST', '/sync/push')).rejects.toThrow();
  await lost;
  expect(served).toEqual(['POST /auth/sign-in', 'POST /sync/push']);
  expect(await send('POST', '/sync/push')).toBe('answer');
});

test('latency delays an answer by about a round trip', async () => {
  proxy.up({ latencyMs: 200 });
  const start = performance.now();
  await send('GET', '/');
  expect(performance.now() - start).toBeGreaterThanOrEqual(190);
});

test('deaf: what is open stays open and says nothing, what is new works', async () => {
  const stream = await fetch(`${proxy.url}/stream`);
  const reader = stream.body?.getReader();
  await reader?.read();
  proxy.deafen();
  const more = reader?.read().then(() => 'heard');
  expect(await send('POST', '/sync/push')).toBe('answer');
  expect(await Promise.race([more, new Promise((resolve) => setTimeout(resolve, 100, 'silent'))])).toBe(
    'silent',
  );
  proxy.cut();
  await expect(more).rejects.toThrow();
});

test('a portal answers in the server’s place', async () => {
  proxy.portal('200 with a page');
  expect(await send('GET', '/sync/pull')).toContain('harbour Wi-Fi');
  proxy.portal('511');
  expect((await fetch(`${proxy.url}/`)).status).toBe(511);
  proxy.portal('JSON that breaks off');
  await expect(fetch(`${proxy.url}/`).then((answer) => answer.json())).rejects.toThrow();
  expect(served).toEqual([]);
  proxy.up();
  expect(await send('GET', '/')).toBe('answer');
});
