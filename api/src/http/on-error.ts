import type { ErrorHandler } from 'hono';
import type { Log } from '../deps';
import { describeError, isUnavailable } from './describe-error';
import { problem } from './problem';

/** A throw is a bug or a database that is away. Neither says anything of the inside. */
export const onError =
  (log: Log): ErrorHandler =>
  (error, c) => {
    const fields = { method: c.req.method, path: c.req.routePath, error: describeError(error) };
    if (isUnavailable(error)) {
      log.warn(fields, 'database away');
      return problem(c, 'unavailable', 503, {}, { 'Retry-After': '5' });
    }
    log.error(fields, 'request failed');
    return problem(c, 'internal', 500);
  };
