import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { compressJson } from './compress';

test('[WR2] an answer that fails while it is packed leaves no header to the error that takes its place', async () => {
  const app = new Hono().use(compressJson).get('/', (c) => {
    const fails = new ReadableStream({ start: (controller) => controller.error(new Error('gone')) });
    return c.body(fails, 200, { 'Content-Type': 'application/json', 'Content-Length': '9000' });
  });
  app.onError((_, c) => c.body('{"code":"internal"}', 500, { 'Content-Type': 'application/problem+json' }));
  const answer = await app.request('/', { headers: { 'Accept-Encoding': 'br' } });
  expect(answer.status).toBe(500);
  expect(answer.headers.get('Content-Length')).toBeNull();
  expect(answer.headers.get('Content-Encoding')).toBeNull();
  expect(await answer.json()).toEqual({ code: 'internal' });
});
