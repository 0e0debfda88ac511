/**
 * Reads a request's body once, bounded on the wire and unpacked alike, and JSON only (spec WR4): what it refuses never
 * reaches a handler. Handlers then ask for `c.req.json()` as usual.
 */
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { gunzip } from 'node:zlib';
import { MAX_BODY_BYTES } from '@holdfast/shared/sync/protocol';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { problem } from './problem';

/** Deeper than any message, and than any value that a field may hold. */
const MAX_DEPTH = 40;

const STATUS = { too_large: 413, unsupported_media_type: 415, bad_request: 400 } as const;

type Body = { readonly kind: 'text'; readonly text: string } | { readonly kind: keyof typeof STATUS };

export const readBody = createMiddleware(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const body = await bodyOf(c);
  if (body.kind !== 'text') return problem(c, body.kind, STATUS[body.kind]);
  // Where hono keeps what it read of a body itself.
  (c.req.bodyCache as unknown as { text: Promise<string> }).text = Promise.resolve(body.text);
  return next();
});

async function bodyOf(c: Context): Promise<Body> {
  if (Number(c.req.header('Content-Length') ?? 0) > MAX_BODY_BYTES) return { kind: 'too_large' };
  const encoding = c.req.header('Content-Encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') return { kind: 'unsupported_media_type' };
  const sent = await gather(sourceOf(c));
  if (sent === null) return { kind: 'too_large' };
  if (sent.length === 0) return { kind: 'text', text: '' };
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return { kind: 'unsupported_media_type' };
  const plain = encoding === 'gzip' ? await inflate(sent) : { kind: 'bytes' as const, bytes: sent };
  if (plain.kind !== 'bytes') return plain;
  const text = decode(plain.bytes);
  return text === null || isTooDeep(text) ? { kind: 'bad_request' } : { kind: 'text', text };
}

/** Node's own stream where there is a socket: a web stream around it costs more than the body. */
function sourceOf(c: Context): Readable {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  return (
    incoming ?? Readable.fromWeb((c.req.raw.body ?? new Blob([]).stream()) as ReadableStream<Uint8Array>)
  );
}

/** The bytes, or null beyond the limit: what a client claims in Content-Length is not believed. */
function gather(source: Readable): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    source.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else resolve(null);
    });
    source.once('end', () => resolve(Buffer.concat(chunks)));
    source.once('error', reject);
  });
}

function inflate(
  bytes: Buffer,
): Promise<{ kind: 'bytes'; bytes: Buffer } | { kind: 'too_large' | 'bad_request' }> {
  return new Promise((resolve) => {
    gunzip(bytes, { maxOutputLength: MAX_BODY_BYTES }, (error, plain) => {
      if (!error) resolve({ kind: 'bytes', bytes: plain });
      else
        resolve({
          kind: 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'bad_request',
        });
    });
  });
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null; // no UTF-8: an answer, not a failure of ours
  }
}

/** Counted before parsing; brackets inside strings do not count. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > MAX_DEPTH) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}
