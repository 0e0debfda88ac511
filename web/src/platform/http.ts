/**
 * The one way to the network: a request with a time-out, and an answer that is either ours or *unreachable*.
 * A captive portal's page, a proxy's error, truncated JSON and an echo of another request are all unreachable
 * (WR1, H51): what kind of silence it was decides nothing.
 */
import { HEADERS, PROTOCOL, type Problem, problemSchema } from '@holdfast/shared/sync/protocol';
import { type Compress, gzipText } from './http-gzip';

export type HttpAnswer =
  | { readonly kind: 'ok'; readonly status: number; readonly body: unknown; readonly build: string | null }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly problem: Problem;
      readonly retryAfterMs: number | null;
      readonly build: string | null;
    }
  | { readonly kind: 'unreachable' };

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** The account that this device believes it is (WR3); absent where nobody is signed in yet. */
  readonly account?: string | null;
  /** Ends it from outside: signing out, another walk. Answers `unreachable`. */
  readonly signal?: AbortSignal;
}

export interface Http {
  send(request: HttpRequest): Promise<HttpAnswer>;
}

export interface HttpOptions {
  readonly fetch: typeof fetch;
  readonly newRequestId: () => string;
  readonly now: () => number;
  /** Empty for the page's own origin. */
  readonly origin?: string;
  readonly compress?: Compress;
  readonly headersWithinMs?: number;
  readonly bodyWithinMs?: number;
}

/** Until the first byte, and from there to the last: a first load on a slow line takes its time. */
const WITHIN = { headers: 15_000, body: 60_000 } as const;
/**
 * Below this the bytes saved are not worth it. Measured in Chromium on two busy cores: 4 kB → 0.8 kB in 1.4 ms, 18 kB →
 * 2.6 kB in 2 ms, 197 kB → 27 kB in 7 ms.
 */
const COMPRESS_FROM = 8 * 1024;

export function createHttp(options: HttpOptions): Http {
  const { newRequestId, origin = '', compress = gzipText } = options;
  return {
    async send(request) {
      const stop = new AbortController();
      const end = () => stop.abort();
      request.signal?.addEventListener('abort', end);
      let timer = setTimeout(end, options.headersWithinMs ?? WITHIN.headers);
      try {
        if (request.signal?.aborted) return unreachable;
        const requestId = newRequestId();
        const content = await contentOf(request.body, compress);
        const response = await options.fetch(origin + request.path, {
          method: request.method,
          headers: {
            Accept: 'application/json, application/problem+json',
            [HEADERS.protocol]: String(PROTOCOL),
            [HEADERS.request]: requestId,
            ...(request.account ? { [HEADERS.account]: request.account } : {}),
            ...content.headers,
          },
          body: content.body,
          signal: stop.signal,
          credentials: 'same-origin',
          cache: 'no-store',
          redirect: 'error',
        });
        clearTimeout(timer);
        timer = setTimeout(end, options.bodyWithinMs ?? WITHIN.body);
        return await readAnswer(response, requestId, options.now());
      } catch {
        // Whatever it was, it was no answer. Error names differ between engines and say nothing more.
        return unreachable;
      } finally {
        clearTimeout(timer);
        request.signal?.removeEventListener('abort', end);
      }
    },
  };
}

async function contentOf(
  body: unknown,
  compress: Compress,
): Promise<{ headers: Record<string, string>; body: BodyInit | null }> {
  if (body === undefined) return { headers: {}, body: null };
  const text = JSON.stringify(body);
  const headers = { 'Content-Type': 'application/json' };
  const packed = text.length < COMPRESS_FROM ? null : await compress(text);
  return packed === null
    ? { headers, body: text }
    : { headers: { ...headers, 'Content-Encoding': 'gzip' }, body: packed };
}

export const browserFetch: typeof fetch = (input, init) => fetch(input, init);

const unreachable: HttpAnswer = { kind: 'unreachable' };

async function readAnswer(response: Response, requestId: string, now: number): Promise<HttpAnswer> {
  const protocol = Number(response.headers.get(HEADERS.protocol));
  if (!Number.isInteger(protocol) || protocol < 1) return unreachable;
  if (response.headers.get(HEADERS.request) !== requestId) return unreachable;
  const build = response.headers.get(HEADERS.build);
  const type = response.headers.get('content-type') ?? '';

  if (response.ok) {
    if (protocol !== PROTOCOL) return unreachable;
    if (response.status === 204) return { kind: 'ok', status: 204, body: null, build };
    if (!/^application\/json\b/.test(type)) return unreachable;
    return { kind: 'ok', status: response.status, body: await response.json(), build };
  }
  if (!/^application\/problem\+json\b/.test(type)) return unreachable;
  const problem = problemSchema.safeParse(await response.json());
  if (!problem.success) return unreachable;
  return {
    kind: 'refused',
    status: response.status,
    code: problem.data.code,
    problem: problem.data,
    retryAfterMs: retryAfter(response.headers.get('retry-after'), now),
    build,
  };
}

/** Seconds or a date (RFC 9110). */
export function retryAfter(value: string | null, now: number): number | null {
  if (value === null || value.trim() === '') return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
