/** What answers while the database starts and migrates: the process is there, and cannot serve yet. */
import { HEADERS, PROTOCOL } from '@holdfast/shared/sync/protocol';
import { Hono } from 'hono';
import { problem } from '../http/problem';

export const startingApp = () =>
  new Hono()
    .get('/healthz', (c) => c.json({ ok: true, starting: true }, 200, { 'Cache-Control': 'no-store' }))
    .all('*', (c) =>
      problem(
        c,
        'unavailable',
        503,
        {},
        { 'Cache-Control': 'no-store', 'Retry-After': '1', [HEADERS.protocol]: String(PROTOCOL) },
      ),
    );
