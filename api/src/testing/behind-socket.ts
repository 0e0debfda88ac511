import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

/** The app behind a socket as `main.ts` serves it: until it is closed, with the adapter's own Request and Response. */
export async function behindSocket(app: { readonly fetch: Parameters<typeof getRequestListener>[0] }) {
  const own = [
    ['Request', Request],
    ['Response', Response],
  ] as const;
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hangUp: () => server.closeAllConnections(),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      // For the other files of this worker.
      for (const [name, value] of own) Object.defineProperty(globalThis, name, { value });
    },
  };
}
