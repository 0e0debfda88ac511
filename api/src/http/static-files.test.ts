import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { securityHeaders } from './security-headers';
import { assetsOf, loadStaticFiles, serveStaticFiles, withAssets, withWorker } from './static-files';
import { WORKER_OFF } from './worker-off';

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-static-'));
const app = new Hono();
beforeAll(async () => {
  for (const name of ['assets', 'icons']) mkdirSync(path.join(folder, name));
  const script = 'console.log(1)'.repeat(100);
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(path.join(folder, 'sw.js'), 'self');
  writeFileSync(path.join(folder, 'manifest.webmanifest'), '{}');
  writeFileSync(path.join(folder, 'icons/icon.svg'), '<svg/>');
  writeFileSync(path.join(folder, 'assets/index-abc.js'), script);
  writeFileSync(path.join(folder, 'assets/index-abc.js.br'), brotliCompressSync(script));
  const files = await loadStaticFiles(folder);
  if (!files) throw new Error('not built');
  app.use(securityHeaders('https://tasks.example'), serveStaticFiles(files));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['/', 'text/html; charset=utf-8', 'no-cache'],
  ['/today', 'text/html; charset=utf-8', 'no-cache'],
  ['/sync', 'text/html; charset=utf-8', 'no-cache'],
  ['/project/0b-1/task/x', 'text/html; charset=utf-8', 'no-cache'],
  ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
  ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8', 'no-cache'],
  ['/icons/icon.svg', 'image/svg+xml; charset=utf-8', 'public, max-age=86400'],
  ['/assets/index-abc.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
])('[H57] %s is %s, %s', async (address, type, cache) => {
  const answer = await app.request(address);
  expect([answer.status, answer.headers.get('Content-Type'), answer.headers.get('Cache-Control')]).toEqual([
    200,
    type,
    cache,
  ]);
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test.each([
  '/assets/index-old.js',
  '/assets/',
  '/favicon.ico',
  '/.git/config',
  '/assets/../index.htm',
  '/index.html.br',
  '/api/x',
  '/sync/pull',
])('[H57] %s is missing, and no page', async (address) => {
  expect((await app.request(address)).status).toBe(404);
});

test('[WR4] files go out as they were packed when built, and not at all where they are known', async () => {
  const answer = await app.request('/assets/index-abc.js', { headers: { 'Accept-Encoding': 'gzip, br' } });
  expect(answer.headers.get('Content-Encoding')).toBe('br');
  expect(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString()).toContain('console.log');
  const page = await app.request('/');
  const again = await app.request('/today', { headers: { 'If-None-Match': page.headers.get('ETag') ?? '' } });
  expect(again.status).toBe(304);
});

test('[H57] chunks of an earlier build are served beside the own ones; nothing but hashed files can come that way', async () => {
  const own = await loadStaticFiles(folder);
  if (!own) throw new Error('not built');
  const kept = withAssets(
    own,
    new Map([
      ['/assets/old-1.js', { plain: Buffer.from('old'), br: undefined }],
      ['/assets/index-abc.js', { plain: Buffer.from('other'), br: undefined }],
      ['/index.html', { plain: Buffer.from('other'), br: undefined }],
    ]),
  );
  const served = new Hono().use(serveStaticFiles(kept));
  const old = await served.request('/assets/old-1.js');
  expect([old.status, old.headers.get('Cache-Control'), await old.text()]).toEqual([
    200,
    'public, max-age=31536000, immutable',
    'old',
  ]);
  expect(await (await served.request('/assets/index-abc.js')).text()).toContain('console.log(1)');
  expect(await (await served.request('/')).text()).toBe('<!doctype html>');
  expect((await served.request('/assets/older-0.js')).status).toBe(404);
  expect(kept.build).toBe(own.build);
  expect([...assetsOf(own).keys()]).toEqual(['/assets/index-abc.js']);
});

test('[H57] the kill switch stands in the worker’s place, asked for anew each time', async () => {
  const own = await loadStaticFiles(folder);
  if (!own) throw new Error('not built');
  const served = new Hono().use(serveStaticFiles(withWorker(own, WORKER_OFF)));
  const worker = await served.request('/sw.js');
  expect(worker.headers.get('Cache-Control')).toBe('no-cache');
  expect(worker.headers.get('Content-Type')).toMatch(/javascript/);
  expect(await worker.text()).toContain('unregister');
});
