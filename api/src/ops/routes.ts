/** For whoever runs the server: is the process there, and can it serve? */
import { Hono } from 'hono';
import type { Deps } from '../deps';

const headers = { 'Cache-Control': 'no-store' };

export function opsRoutes(deps: Deps) {
  return (
    new Hono()
      // The server does not start while the catalogue check finds a hole, so that whoever answers has passed it.
      .get('/healthz', (c) => c.json({ ok: true, build: deps.build, rowSecurity: 'pass' }, 200, headers))
      .get('/readyz', async (c) => {
        const ready = await deps.sql`select 1`.then(
          () => true,
          () => false,
        );
        return c.json({ ready }, ready ? 200 : 503, headers);
      })
  );
}
