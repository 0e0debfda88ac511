/** The whole server as a function of what it is given: middleware, slices, and the built app behind them. */
import { Hono } from 'hono';
import { except } from 'hono/combine';
import { authRoutes } from './auth/routes';
import type { Deps } from './deps';
import { answerHeaders } from './http/answer-headers';
import { nameAsker, sessionLives } from './http/authenticate';
import { compressJson } from './http/compress';
import { logRequests } from './http/log-requests';
import { onError } from './http/on-error';
import { checkOrigin } from './http/origin';
import { problem } from './http/problem';
import { createGates, tooMany } from './http/rate-limit';
import { readBody } from './http/read-body';
import { securityHeaders } from './http/security-headers';
import type { AppEnv } from './http/session';
import { type StaticFiles, serveStaticFiles } from './http/static-files';
import { memberRoutes } from './members/routes';
import { opsRoutes } from './ops/routes';
import type { Hub } from './sync/hub';
import { syncRoutes } from './sync/routes';

export function createApp(deps: Deps, hub: Hub, staticFiles: StaticFiles | null) {
  const gates = createGates(deps.limits);
  const app = new Hono<AppEnv>();
  app.onError(onError(deps.log));
  app.use(securityHeaders(deps.publicUrl));
  app.use(logRequests(deps));
  app.route('/', opsRoutes(deps));
  // Before the slices: `/sync` itself is a screen, and only what lies below it is the API's.
  if (staticFiles) app.use(serveStaticFiles(staticFiles));
  for (const slice of ['/sync/*', '/auth/*', '/api/*'])
    app.use(slice, answerHeaders(deps.build), compressJson, checkOrigin(deps.publicUrl));
  app.use('/sync/*', nameAsker(deps), except(['/sync/push', '/sync/pull'], sessionLives(deps)));
  for (const [path, gate] of [
    ['/sync/push', gates.push],
    ['/sync/pull', gates.read],
    ['/sync/digest', gates.read],
    ['/sync/history', gates.read],
  ] as const)
    app.use(path, async (c, next) => {
      const wait = await gate.take(c.get('session').sessionId);
      return wait > 0 ? tooMany(c, wait) : next();
    });
  for (const slice of ['/sync/*', '/auth/*', '/api/*']) app.use(slice, readBody);

  const routes = app
    .route('/auth', authRoutes(deps, gates))
    .route('/api', memberRoutes(deps))
    .route('/sync', syncRoutes(deps, hub));
  app.notFound((c) =>
    /^\/(?:sync|auth|api)(?:\/|$)/.test(c.req.path)
      ? problem(c, 'not_found', 404)
      : c.text('Not found\n', 404, { 'Cache-Control': 'no-store' }),
  );
  return routes;
}
