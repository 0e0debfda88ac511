/**
 * Plain HTTP on kept-alive sockets, as cheap as it gets: the generator shares the machine with what it measures. It asks
 * for packed answers, as browsers do.
 */
import { Agent, type IncomingMessage, request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

export interface Ask {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  readonly cookie?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

export function ask(origin: string, path: string, { method, body, cookie }: Ask = {}): Promise<Answer> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}${path}`,
      { method: method ?? (text === undefined ? 'GET' : 'POST'), agent, headers: headersOf(origin, cookie) },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', reject);
        answer.once('end', () => resolve(readAnswer(answer, Buffer.concat(chunks))));
      },
    );
    sent.once('error', reject);
    sent.end(text);
  });
}

/** Opens an answer that does not end; `heard` gets each piece as it comes. @returns a function that hangs up. */
export function listen(
  origin: string,
  path: string,
  cookie: string,
  heard: (piece: string) => void,
): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}${path}`,
      { agent: false, headers: headersOf(origin, cookie) },
      (answer) => {
        if (answer.statusCode !== 200) {
          answer.resume();
          reject(new Error(`${path} answered ${answer.statusCode}`));
          return;
        }
        answer.setEncoding('utf8');
        answer.on('data', heard);
        resolve(() => sent.destroy());
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

const headersOf = (origin: string, cookie: string | undefined) => ({
  'Content-Type': 'application/json',
  'Accept-Encoding': 'gzip, deflate, br',
  Origin: origin,
  ...(cookie === undefined ? {} : { Cookie: cookie }),
});

function readAnswer(answer: IncomingMessage, bytes: Buffer): Answer {
  const plain = answer.headers['content-encoding'] === 'br' ? brotliDecompressSync(bytes) : bytes;
  const text = plain.toString();
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: text.startsWith('{') ? JSON.parse(text) : {},
  };
}
