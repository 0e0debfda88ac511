/**
 * The network between a device and the server, as bad as a test wants it. A TCP proxy, so that it reaches
 * everything a browser does: pages, the service worker's own requests, and streams that are open already.
 *
 *   up          passes through, if wanted with latency and a limited rate
 *   down        cuts what is open, refuses what is new
 *   blackhole   accepts and swallows: `navigator.onLine` stays true, nothing ever answers
 *   deaf        what is open stays open and says nothing any more, what is new works: a phone after its sleep
 *   portal      answers every request itself, as a captive portal or a broken proxy does; the server sees none
 *   trouble     answers as the server does when its database is away: 503, in our own words
 *   dropReply   chosen requests reach the server and take effect there, but their answer never arrives
 *
 * HTTP/1.1 on one connection is one request after the other, so the first chunk after an answer starts the
 * next request; that is all the HTTP this file knows.
 */
import net from 'node:net';

export type Match = { readonly method?: string; readonly path: string | RegExp };
export type SeenRequest = { readonly method: string; readonly path: string };
/** What a network in between says instead of the server. */
export const PORTALS = {
  '200 with a page': [
    'HTTP/1.1 200 OK',
    'Content-Type: text/html',
    '<!doctype html><title>Welcome to the harbour Wi-Fi</title>',
  ],
  '302 to a login': ['HTTP/1.1 302 Found', 'Location: http://login.invalid/', ''],
  '511': [
    'HTTP/1.1 511 Network Authentication Required',
    'Content-Type: text/html',
    '<p>Sign in to the network</p>',
  ],
  'JSON that breaks off': [
    'HTTP/1.1 200 OK',
    'Content-Type: application/json; charset=utf-8',
    '{"ack":1,"now":1,"results":[{"id":"',
  ],
} as const;
export type Portal = keyof typeof PORTALS;

export type Link = { readonly latencyMs?: number; readonly kbps?: number };

export type FlakyProxy = {
  /** The origin to open in the browser. */
  readonly url: string;
  /** Every request that came by, in order. */
  readonly seen: readonly SeenRequest[];
  readonly up: (link?: Link) => void;
  readonly down: () => void;
  readonly blackhole: () => void;
  readonly deafen: () => void;
  readonly portal: (kind: Portal) => void;
  readonly trouble: () => void;
  /**
   * The next `times` requests that match lose their answer after the server has given it. Resolves, for each
   * test to wait on, when the last of them was lost. Chromium itself repeats a POST whose reused connection
   * died before an answer, up to four times: ask for more `times` where the app's own retry is to be seen.
   */
  readonly dropReply: (match: Match, times?: number) => Promise<void>;
  /** Cuts every open connection once; new ones work. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
};

type Drop = { readonly match: Match; left: number; readonly done: () => void };

export async function startFlakyProxy(targetPort: number, listenPort = 0): Promise<FlakyProxy> {
  let mode: 'up' | 'down' | 'blackhole' | 'instead' = 'up';
  let answer: (request: string) => readonly string[] = () => PORTALS['511'];
  const deaf = new WeakSet<net.Socket>();
  let link: Link = {};
  const drops: Drop[] = [];
  const seen: SeenRequest[] = [];
  const open = new Set<net.Socket>();

  const server = net.createServer({ allowHalfOpen: true }, (client) => {
    if (mode === 'down') {
      client.resetAndDestroy();
      return;
    }
    if (mode === 'instead') {
      answerInstead(client);
      return;
    }
    const upstream = net.connect(targetPort, '127.0.0.1');
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', () => {
        open.delete(socket);
        end();
      });
    }

    let startsRequest = true;
    let loses: Drop | undefined;
    pump(client, upstream, (chunk) => {
      if (!startsRequest) return 'pass';
      startsRequest = false;
      const request = requestOf(chunk);
      if (request) {
        seen.push(request);
        loses = drops.find((drop) => drop.left > 0 && matches(request, drop.match));
        if (loses) loses.left -= 1;
      }
      return 'pass';
    });
    pump(upstream, client, () => {
      startsRequest = true;
      if (!loses) return 'pass';
      if (loses.left === 0) loses.done();
      end();
      return 'lose';
    });
  });

  function answerInstead(client: net.Socket): void {
    open.add(client);
    client.on('error', () => client.destroy());
    client.on('close', () => open.delete(client));
    client.once('data', (chunk) => {
      const request = requestOf(chunk);
      if (request) seen.push(request);
      const [status = '', headers = '', body = ''] = answer(chunk.toString('latin1'));
      client.end(
        `${status}\r\n${headers}\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    });
  }

  /** Moves chunks in order, each delayed as the link says. */
  function pump(from: net.Socket, to: net.Socket, look: (chunk: Buffer) => 'pass' | 'lose'): void {
    let queue = Promise.resolve();
    from.on('data', (chunk: Buffer) => {
      if (mode === 'blackhole' || deaf.has(from)) return;
      if (look(chunk) === 'lose') return;
      const { latencyMs = 0, kbps = 0 } = link;
      const delay = latencyMs / 2 + (kbps > 0 ? (chunk.length * 8) / kbps : 0);
      if (delay > 0) from.pause();
      queue = queue.then(async () => {
        if (delay > 0) {
          await new Promise((resolve) => setTimeout(resolve, delay));
          from.resume();
        }
        if (to.writable && mode !== 'blackhole' && !deaf.has(from)) to.write(chunk);
      });
    });
    from.on('end', () => {
      queue = queue.then(() => {
        to.end();
      });
    });
  }

  const cut = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  await new Promise<void>((resolve) => server.listen(listenPort, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : listenPort;

  return {
    url: `http://localhost:${port}`,
    seen,
    up: (next = {}) => {
      // What sat in a black hole is half a conversation: it cannot be taken up again.
      if (mode === 'blackhole') cut();
      mode = 'up';
      link = next;
    },
    down: () => {
      mode = 'down';
      cut();
    },
    blackhole: () => {
      mode = 'blackhole';
    },
    deafen: () => {
      for (const socket of open) deaf.add(socket);
    },
    portal: (kind) => {
      answer = () => PORTALS[kind];
      mode = 'instead';
      cut();
    },
    trouble: () => {
      answer = inTrouble;
      mode = 'instead';
      cut();
    },
    dropReply: (match, times = 1) =>
      new Promise<void>((resolve) => drops.push({ match, left: times, done: resolve })),
    cut,
    close: () =>
      new Promise<void>((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
}

/** The echo shows that it is our own server (WR1). */
function inTrouble(request: string): readonly string[] {
  const [, id = ''] = /^holdfast-request: (.*)\r$/im.exec(request) ?? [];
  const body = { type: 'urn:holdfast:problem:unavailable', title: 'Away', status: 503, code: 'unavailable' };
  return [
    'HTTP/1.1 503 Service Unavailable',
    [
      'Content-Type: application/problem+json; charset=utf-8',
      'Holdfast-Protocol: 1',
      `Holdfast-Request: ${id}`,
    ].join('\r\n'),
    JSON.stringify(body),
  ];
}

function requestOf(chunk: Buffer): SeenRequest | null {
  const line = /^([A-Z]+) (\S+) HTTP\/1\.[01]\r\n/.exec(chunk.subarray(0, 4096).toString('latin1'));
  return line ? { method: line[1] ?? '', path: line[2] ?? '' } : null;
}

function matches(request: SeenRequest, { method, path }: Match): boolean {
  if (method !== undefined && method !== request.method) return false;
  return typeof path === 'string' ? request.path.split('?')[0] === path : path.test(request.path);
}
