/** For whoever runs the server: is the process there, and can it serve? */
import { Hono } from 'hono';
import type { Deps } from '../deps';

export function opsRoutes(deps: Deps) {
  return new Hono()
    .use(async (c, next) => {
      await next();
      c.res.headers.set('Cache-Control', 'no-store');
    })
    .get('/healthz', (c) => c.json({ ok: true, build: deps.build, rowSecurity: 'pass' }))
    .get('/readyz', async (c) => {
      try {
        await deps.sql`select 1`;
        return c.json({ ready: true });
      } catch {
        return c.json({ ready: false, database: 'away' }, 503);
      }
    });
}
