/**
 * The yardstick: what remains when everything that makes Holdfast safe is left out. One JSON array over HTTP, one
 * Dexie table, no versions, no outbox, no merging; a change goes to the server and comes back over a bare stream.
 */
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

export async function startBaseline(
  tasks: readonly object[],
): Promise<{ url: string; close: () => Promise<void> }> {
  const root = new URL('.', import.meta.url).pathname;
  const output = await build({ root, logLevel: 'error', build: { write: false, minify: true } });
  const files = new Map<string, string | Uint8Array>();
  for (const chunk of (Array.isArray(output) ? output : [output]).flatMap((bundle) =>
    'output' in bundle ? bundle.output : [],
  ))
    files.set(`/${chunk.fileName}`, chunk.type === 'chunk' ? chunk.code : chunk.source);
  const listeners = new Set<import('node:http').ServerResponse>();
  const all = gzipSync(JSON.stringify(tasks), { level: 1 });
  const server = createServer(async (request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '/');
    if (path === '/tasks') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(all);
    } else if (path === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': open\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    } else if (path === '/task') {
      let body = '';
      for await (const chunk of request) body += chunk;
      for (const listener of listeners) listener.write(`data: ${body}\n\n`);
      response.writeHead(204).end();
    } else {
      const type = path.endsWith('.html') ? 'text/html' : 'text/javascript';
      const file = files.get(path);
      response.writeHead(file === undefined ? 404 : 200, { 'content-type': type }).end(file);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the baseline has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
