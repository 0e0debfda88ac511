import { HEADERS, PROTOCOL } from '@holdfast/shared/sync/protocol';
import { createMiddleware } from 'hono/factory';

/** Of a request id only what cannot break a header or a log line comes back. */
const REQUEST_ID = /^[\w.:-]{1,100}$/;

export const requestIdOf = (value: string | undefined): string | undefined =>
  value !== undefined && REQUEST_ID.test(value) ? value : undefined;

/** WR1: what every answer of the API carries, errors too, so that a client knows it from a captive portal's. */
export const answerHeaders = (build: string) =>
  createMiddleware(async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set(HEADERS.protocol, String(PROTOCOL));
    headers.set(HEADERS.build, build);
    const id = requestIdOf(c.req.header(HEADERS.request));
    if (id) headers.set(HEADERS.request, id);
    const type = headers.get('Content-Type');
    if (type === 'application/json') headers.set('Content-Type', 'application/json; charset=utf-8');
    // A stream must not be gathered or rewritten on its way, either.
    headers.set(
      'Cache-Control',
      type?.startsWith('text/event-stream') ? 'no-store, no-transform' : 'no-store',
    );
  });
