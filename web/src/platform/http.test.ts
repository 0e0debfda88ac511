/** Against a real HTTP server: the answers that networks give. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp, retryAfter } from './http';

type Handler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;
let handler: Handler = () => {};
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => handler(request, response, Buffer.concat(chunks)));
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const http = (over: { headersWithinMs?: number; bodyWithinMs?: number } = {}) =>
  createHttp({ fetch, newRequestId: () => 'r1', now: () => 0, origin, ...over });
const get = { method: 'GET', path: '/sync/pull' } as const;
const OURS = { 'Holdfast-Protocol': '1', 'Holdfast-Request': 'r1' };
const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

describe('[WR1] an answer of ours', () => {
  it('is taken with its body and build', async () => {
    handler = (request, response) => {
      expect(request.headers['holdfast-account']).toBe('a1');
      expect(request.headers['holdfast-protocol']).toBe('1');
      response.writeHead(200, { ...OURS, ...JSON_TYPE, 'Holdfast-Build': 'b7' }).end('{"a":1}');
    };
    expect(await http().send({ ...get, account: 'a1' })).toEqual({
      kind: 'ok',
      status: 200,
      body: { a: 1 },
      build: 'b7',
    });
  });

  it('[WR2] a problem keeps its status, code and Retry-After', async () => {
    handler = (_, response) =>
      response
        .writeHead(503, { ...OURS, 'Content-Type': 'application/problem+json', 'Retry-After': '7' })
        .end(JSON.stringify({ type: 'about:blank', title: 'Behind', status: 503, code: 'behind' }));
    expect(await http().send(get)).toMatchObject({
      kind: 'refused',
      status: 503,
      code: 'behind',
      retryAfterMs: 7000,
    });
  });

  it('[WR4] a large body goes gzipped, a small one as it is', async () => {
    const seen: unknown[] = [];
    handler = (request, response, body) => {
      const packed = request.headers['content-encoding'] === 'gzip';
      seen.push([packed, JSON.parse((packed ? gunzipSync(body) : body).toString())]);
      response.writeHead(200, { ...OURS, ...JSON_TYPE }).end('{}');
    };
    const large = { text: 'é'.repeat(20_000) };
    await http().send({ method: 'POST', path: '/sync/push', body: large });
    await http().send({ method: 'POST', path: '/sync/push', body: { a: 1 } });
    expect(seen).toEqual([
      [true, large],
      [false, { a: 1 }],
    ]);
  });
});

describe('[WR1] [H51] anything else is unreachable', () => {
  const html = { 'Content-Type': 'text/html' };
  const problem = '{"type":"about:blank","title":"x","status":502,"code":"x"}';
  const cases: [string, Handler][] = [
    [
      'a captive portal: 200 with HTML',
      (_, r) => r.writeHead(200, html).end('<h1>Welcome to the train</h1>'),
    ],
    ['200 with JSON that is not ours', (_, r) => r.writeHead(200, JSON_TYPE).end('{"a":1}')],
    ['a redirect to a login', (_, r) => r.writeHead(302, { Location: '/login' }).end()],
    ['511', (_, r) => r.writeHead(511, html).end('login')],
    ['502 of a proxy', (_, r) => r.writeHead(502, html).end('bad gateway')],
    [
      'a problem that is not ours',
      (_, r) => r.writeHead(502, { 'Content-Type': 'application/problem+json' }).end(problem),
    ],
    ['truncated JSON', (_, r) => r.writeHead(200, { ...OURS, ...JSON_TYPE }).end('{"a":')],
    [
      'an answer to another request',
      (_, r) => r.writeHead(200, { ...OURS, 'Holdfast-Request': 'r0', ...JSON_TYPE }).end('{}'),
    ],
    [
      'another protocol',
      (_, r) => r.writeHead(200, { ...OURS, 'Holdfast-Protocol': '2', ...JSON_TYPE }).end('{}'),
    ],
    ['a connection that breaks', (q) => q.socket.destroy()],
    [
      'a body that breaks off',
      (_, r) => {
        r.writeHead(200, { ...OURS, ...JSON_TYPE, 'Content-Length': '100' }).write('{');
        setImmediate(() => r.destroy());
      },
    ],
  ];
  it.each(cases)('%s', async (_, answer) => {
    handler = answer;
    expect(await http().send(get)).toEqual({ kind: 'unreachable' });
  });

  it('silence, before and within the body', async () => {
    handler = () => {};
    expect(await http({ headersWithinMs: 40 }).send(get)).toEqual({ kind: 'unreachable' });
    handler = (_, r) => r.writeHead(200, { ...OURS, ...JSON_TYPE }).write('{');
    expect(await http({ bodyWithinMs: 40 }).send(get)).toEqual({ kind: 'unreachable' });
  });

  it('a request that was called off', async () => {
    handler = () => {};
    const stop = new AbortController();
    const answer = http().send({ ...get, signal: stop.signal });
    stop.abort();
    expect(await answer).toEqual({ kind: 'unreachable' });
    expect(await http().send({ ...get, signal: stop.signal })).toEqual({ kind: 'unreachable' });
  });
});

it('[CL8] Retry-After is seconds or a date', () => {
  expect(retryAfter('120', 0)).toBe(120_000);
  expect(retryAfter('Thu, 01 Jan 1970 00:01:00 GMT', 10_000)).toBe(50_000);
  expect(retryAfter('soon', 0)).toBe(null);
  expect(retryAfter(null, 0)).toBe(null);
  expect(retryAfter('-5', 0)).toBe(0);
});
