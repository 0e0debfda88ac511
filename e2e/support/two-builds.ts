/**
 * The built app behind a server that can deploy another build: the worker's bytes change, and so do its precache and
 * the page's name for itself. Data paths answer as a server that is down.
 */

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const dist = path.resolve(import.meta.dirname, '../../web/dist');
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export interface TwoBuilds {
  readonly url: string;
  /** From now on this build is served. */
  deploy(build: string): void;
  close(): Promise<void>;
}

export async function serveTwoBuilds(): Promise<TwoBuilds> {
  let build = 'one';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (/^\/(sync|auth|api)\//.test(pathname)) {
      response.writeHead(503).end();
      return;
    }
    const wanted = path.join(dist, pathname);
    const isFile = pathname !== '/' && existsSync(wanted);
    if (!isFile && pathname.startsWith('/assets/')) {
      response.writeHead(404).end();
      return;
    }
    const file = isFile ? wanted : path.join(dist, 'index.html');
    let body: Buffer | string = readFileSync(file);
    if (file.endsWith('.html'))
      body = body.toString().replace('<head>', `<head><meta name="build" content="${build}">`);
    // A worker of its own, with a revision of its own for the shell.
    if (pathname === '/sw.js') body = newRevision(body.toString(), build);
    response
      .writeHead(200, {
        'Content-Type': types[path.extname(file)] ?? 'text/plain',
        'Cache-Control': 'no-cache',
      })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    deploy(next) {
      build = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function newRevision(worker: string, build: string): string {
  const changed = worker.replace(
    /(["'`]?revision["'`]?:\s*)(["'`])[0-9a-f]{32}\2/g,
    (_, key, quote) => `${key}${quote}${build}${quote}`,
  );
  if (changed === worker)
    throw new Error('the worker names no revision: has the precache list another form?');
  return changed;
}
