/** The whole app on a real database of its own, with a clock that the test moves, asked without a socket. */
import { randomBytes } from 'node:crypto';
import { createApp } from '../app';
import { openPool } from '../db/pool';
import type { Bus, BusEvent, Deps } from '../deps';
import { createHub } from '../sync/hub';
import { createTestDatabase } from './test-database';

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
};

export type Ask = {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export async function createTestApp(adminUrl: string, overrides: Partial<Deps> = {}) {
  const database = await createTestDatabase(adminUrl);
  const sql = openPool(database.url, 5);
  const clock = { now: 1_790_000_000_000 };
  const events: BusEvent[] = [];
  const logged: string[] = [];
  const log = (fields: object, message: string) => void logged.push(JSON.stringify({ ...fields, message }));
  const listeners = new Set<(event: BusEvent) => void>();
  const bus: Bus = {
    publish: (event) => {
      events.push(event);
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const deps: Deps = {
    sql,
    bus,
    log: { info: log, warn: log, error: log },
    now: () => clock.now,
    randomBytes,
    secret: randomBytes(32),
    publicUrl: null,
    limits: null,
    proxies: 0,
    build: 'test',
    ...overrides,
  };
  const hub = createHub(bus, { set: setTimeout, clear: (timer) => clearTimeout(timer as NodeJS.Timeout) });
  const app = createApp(deps, hub, null);

  const ask = async (path: string, { method, body, headers = {} }: Ask = {}): Promise<Answer> => {
    const response = await app.request(path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text.startsWith('{') ? JSON.parse(text) : { text },
    };
  };

  /** A browser with its cookies. */
  const browser = () => new Browser(ask);
  let people = 0;
  /** A browser in which somebody just signed up. */
  const person = async (name = `Person ${++people}`) => {
    const someone = browser();
    const email = `${name.toLowerCase().replaceAll(' ', '.')}.${randomBytes(4).toString('hex')}@example.org`;
    const answer = await someone.ask('/auth/sign-up', { body: { email, password: PASSWORD, name } });
    if (answer.status !== 201) throw new Error(`sign-up: ${answer.status} ${JSON.stringify(answer.body)}`);
    const account = answer.body.account as { id: string };
    return Object.assign(someone, { email, accountId: account.id });
  };

  return {
    app,
    ask,
    browser,
    person,
    clock,
    events,
    logged,
    sql,
    deps,
    url: database.url,
    close: async () => {
      hub.close();
      await sql.end({ timeout: 5 });
      await database.drop();
    },
  };
}
export type TestApp = Awaited<ReturnType<typeof createTestApp>>;

export const PASSWORD = 'seven blue herons wade';
const OWN = { Origin: 'http://localhost', Host: 'localhost' };

export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #ask: (path: string, ask: Ask) => Promise<Answer>;

  constructor(ask: (path: string, ask: Ask) => Promise<Answer>) {
    this.#ask = ask;
  }

  async ask(path: string, ask: Ask = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...OWN, ...(cookie ? { Cookie: cookie } : {}), ...ask.headers };
    const answer = await this.#ask(path, { ...ask, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** Another browser that stole, or shares, these cookies. */
  copy(): Browser {
    const copy = new Browser(this.#ask);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }
}

export const codeOf = (answer: Answer): string => `${answer.status} ${String(answer.body.code ?? '')}`.trim();
