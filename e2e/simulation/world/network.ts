/**
 * The way between a device and the server. Each request draws its fate: lost, answered in vain, sent twice, late, or
 * answered by somebody else. Every request ends: the client's own limit is kept here, in virtual time.
 */
import { createDice, type Dice } from './dice';
import type { NetPlan } from './plan';
import { type Ask, problem, type Reply } from './replies';
import { Down, type Server } from './server';
import type { Cookies } from './sessions';
import type { Timeline } from './timeline';

/** As `web/src/platform/http.ts` waits for the first byte. */
const LIMIT = 15_000;

/** The longest way of a message that is late, and how long after it a second copy of it may still come. */
const LATE = 20_000;
const AGAIN = 30_000;
/** No message is under way for longer. */
export const LONGEST_WAY = LATE + AGAIN;

export interface Line {
  readonly name: string;
  online(): boolean;
  cookies(): Cookies | null;
  setCookies(cookies: Cookies): void;
  /** The next answer with rows has one that does not parse. */
  spoilNext(): boolean;
}

export interface Network {
  /** For one tab; rejects at once when `gone` says so. */
  fetchFor(line: Line): typeof fetch;
  /** From here on nothing goes wrong. */
  heal(): void;
  /** Most requests of one device within ten seconds. */
  readonly busiest: () => number;
  readonly requests: () => number;
  readonly busiestOf: () => string;
}

export interface NetworkOptions {
  readonly time: Timeline;
  readonly server: Server;
  readonly plan: NetPlan;
  readonly seed: number;
  readonly fault: (kind: string) => void;
  /** Every answer that left the server, for the laws about what it may hold. */
  readonly left: (line: Line, ask: Ask, reply: Reply) => void;
  /** The device runs a build that does not know steps yet. */
  readonly isOld: (name: string) => boolean;
}

export function createNetwork(options: NetworkOptions): Network {
  const { time, server, seed } = options;
  let plan = options.plan;
  let requests = 0;
  let busiest = 0;
  let busiestOf = '';
  const lately = new Map<string, number[]>();

  function count(name: string): void {
    requests += 1;
    const times = lately.get(name) ?? [];
    times.push(time.now());
    while ((times[0] ?? 0) < time.now() - 10_000) times.shift();
    lately.set(name, times);
    if (times.length > busiest) {
      busiest = times.length;
      busiestOf = name;
    }
  }

  async function carry(line: Line, ask: Ask, dice: Dice): Promise<Reply> {
    const way = (): number => {
      if (!dice.chance(plan.slow)) return dice.between(1, plan.way);
      options.fault('late');
      return dice.between(1_000, LATE);
    };
    if (!line.online()) {
      await time.sleep(dice.chance(0.5) ? 5 : LIMIT);
      throw new Down();
    }
    if (dice.chance(plan.html)) {
      options.fault('html');
      await time.sleep(way());
      return dice.chance(0.5) ? portal(ask) : brokenJson(ask);
    }
    if (dice.chance(plan.lost)) {
      options.fault('lost');
      await time.sleep(LIMIT);
      throw new Down();
    }
    if (dice.chance(plan.trouble)) {
      options.fault('trouble');
      await time.sleep(way());
      return trouble(ask, dice);
    }
    const forth = way();
    const back = way();
    if (dice.chance(plan.twice)) {
      options.fault('twice');
      time.after(forth + dice.between(1, AGAIN), () => {
        server.handle(ask).catch(ignoreDown);
      });
    }
    await time.sleep(forth);
    const reply = await server.handle(ask);
    options.left(line, ask, reply);
    if (dice.chance(plan.answerLost)) {
      options.fault('answer-lost');
      await time.sleep(LIMIT);
      throw new Down();
    }
    await time.sleep(back);
    if (!line.online()) throw new Down();
    if (reply.status !== 200) return reply;
    const known = options.isOld(line.name) ? asNewer(reply) : reply;
    return line.spoilNext() ? (spoiled(known, dice) ?? known) : known;
  }

  return {
    fetchFor: (line) => {
      let sent = 0;
      return ((input: string, init: RequestInit) => {
        sent += 1;
        count(line.name);
        const dice = createDice('net', seed, line.name, sent);
        const ask: Ask = {
          method: init.method ?? 'GET',
          path: input,
          headers: init.headers as { [name: string]: string },
          body: typeof init.body === 'string' ? init.body : null,
          cookies: line.cookies(),
        };
        return new Promise<Response>((resolve, reject) => {
          let over = false;
          const late = time.after(LIMIT, () => {
            over = true;
            reject(new Error('time is up'));
          });
          const end = () => {
            over = true;
            late.cancel();
            reject(new Error('called off'));
          };
          init.signal?.addEventListener('abort', end);
          carry(line, ask, dice).then(
            (reply) => {
              late.cancel();
              // Of a request that was given up a browser takes no cookie either.
              if (reply.cookies && !over) line.setCookies(reply.cookies);
              resolve(asResponse(reply));
            },
            (error: unknown) => {
              late.cancel();
              if (error instanceof Down) reject(error);
              // What the real server would answer with a 500: a bug of the handler.
              else resolve(asResponse(problem(ask, 500, 'internal')));
            },
          );
        });
      }) as typeof fetch;
    },
    heal() {
      plan = { ...plan, lost: 0, answerLost: 0, twice: 0, slow: 0, html: 0, trouble: 0, newsLost: 0 };
    },
    busiest: () => busiest,
    busiestOf: () => busiestOf,
    requests: () => requests,
  };
}

function ignoreDown(error: unknown): void {
  if (!(error instanceof Down)) throw error;
}

/** As much of a Response as the client reads. */
function asResponse({ status, headers, text }: Reply): Response {
  return {
    ok: status >= 200 && status < 300,
    status,
    headers: { get: (name: string) => headers[name.toLowerCase()] ?? null },
    json: () => new Promise((resolve) => resolve(JSON.parse(text) as unknown)),
    text: () => Promise.resolve(text),
  } as unknown as Response;
}

const portal = (_ask: Ask): Reply => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  text: '<!doctype html><title>Welcome to the hotel</title>',
});

/** Ours by its headers, cut off in the middle. */
const brokenJson = (ask: Ask): Reply => {
  const { headers } = problem(ask, 200, 'x');
  return {
    status: 200,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
    text: '{"ack":1,"now":17',
  };
};

function trouble(ask: Ask, dice: Dice): Reply {
  const kind = dice.int(4);
  if (kind === 0) return problem(ask, 500, 'internal');
  if (kind === 1) return problem(ask, 503, 'unavailable', {}, { 'retry-after': '3' });
  if (kind === 2) return problem(ask, 429, 'rate_limited', {}, { 'retry-after': '2' });
  return {
    status: 502,
    headers: { 'content-type': 'text/html' },
    text: '<h1>Bad gateway</h1>',
  };
}

/** To an old build a step is an entity that it has never heard of, and every row has a field more. */
const asNewer = (reply: Reply): Reply => ({
  ...reply,
  text: reply.text
    .replaceAll('"entity":"step"', '"entity":"newer"')
    .replaceAll('"updatedAt":', '"newer":1,"updatedAt":'),
});

/** One row of the page with a field of the wrong kind; null where the page has no rows. */
function spoiled(reply: Reply, dice: Dice): Reply | null {
  const body = JSON.parse(reply.text) as { changes?: { row: { [field: string]: unknown } }[] };
  if (!body.changes || body.changes.length === 0) return null;
  dice.pick(body.changes).row.updatedAt = 'soon';
  return { ...reply, text: JSON.stringify(body) };
}
