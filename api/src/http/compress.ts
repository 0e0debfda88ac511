/** Compresses JSON (spec WR4). Never a stream; the app's files are compressed when they are built. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { createMiddleware } from 'hono/factory';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
/** Below, it is one or two packets either way: the answer of a usual push. */
const WORTH_IT = 2048;
/** Quality 4 packs a page of tasks to a quarter less than gzip, in less time. */
const QUALITY = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 22 };

export const compressJson = createMiddleware(async (c, next) => {
  await next();
  const { headers } = c.res;
  const type = headers.get('Content-Type') ?? '';
  if (!/^application\/(?:problem\+)?json/.test(type) || headers.has('Content-Encoding')) return;
  headers.append('Vary', 'Accept-Encoding');
  const accepted = c.req.header('Accept-Encoding') ?? '';
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
  // Who says its length and is short goes on untouched: reading an answer again costs more than sending it.
  if (Number(headers.get('Content-Length') ?? WORTH_IT) < WORTH_IT) return;
  if (encoding === null || c.res.body === null) return;
  const { res } = c;
  // Whoever sets an answer inherits the headers of the one before: its length would cut this one off, or the error that
  // comes in its place.
  c.res = undefined;
  headers.delete('Content-Length');
  const plain = Buffer.from(await res.arrayBuffer());
  const packs = plain.length >= WORTH_IT;
  const body = packs ? await pack(plain, encoding) : plain;
  if (packs) headers.set('Content-Encoding', encoding);
  c.res = new Response(body, { status: res.status, headers });
});

const pack = (plain: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> =>
  encoding === 'br' ? brotli(plain, { params: QUALITY }) : zip(plain, { level: 4 });
