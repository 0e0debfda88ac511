import { HEADERS } from '@holdfast/shared/sync/protocol';
import { createMiddleware } from 'hono/factory';
import type { Deps } from '../deps';
import { requestIdOf } from './answer-headers';
import type { AppEnv } from './session';

/** One line a request of the API: ids and the route's pattern, never a path, a query or a body that people filled. */
export const logRequests = (deps: Deps) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (!/^\/(?:sync|auth|api)\//.test(c.req.path)) return next();
    const start = deps.now();
    await next();
    deps.log.info(
      {
        method: c.req.method,
        route: c.req.path.split('/').slice(0, 3).join('/').slice(0, 40),
        status: c.res.status,
        ms: deps.now() - start,
        request: requestIdOf(c.req.header(HEADERS.request)),
        account: c.get('session')?.accountId,
      },
      'request',
    );
  });
