/**
 * The built app behind a server that can deploy another build: the worker's bytes change, and so do its precache and
 * the page's name for itself. Data paths go to the app if one is given, and answer as a server that is down otherwise.
 */

import { existsSync, readFileSync } from 'node:fs';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
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
  /** Whether data paths reach the app. */
  data(reachable: boolean): void;
  /** Files of a build that were asked for and are not there. */
  readonly missing: readonly string[];
  close(): Promise<void>;
}

export async function serveTwoBuilds(appPort: number | null = null): Promise<TwoBuilds> {
  let build = 'one';
  let reachable = appPort !== null;
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (/^\/(sync|auth|api)\//.test(pathname)) {
      if (appPort !== null) {
        if (reachable) passOn(request, response, appPort);
        else response.destroy();
        return;
      }
      response.writeHead(503).end();
      return;
    }
    const wanted = path.join(dist, pathname);
    const isFile = pathname !== '/' && existsSync(wanted);
    if (!isFile && pathname.startsWith('/assets/')) {
      missing.push(pathname);
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
    data(next) {
      reachable = next;
      if (!next) server.closeAllConnections();
    },
    missing,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** One request to the app and back, streams too. */
function passOn(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method = 'GET', url = '/', headers } = request;
  const onward = ask({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
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
