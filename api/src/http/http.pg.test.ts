import { gzipSync } from 'node:zlib';
import { uuidOf } from '@holdfast/shared/testing/build';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { behindSocket } from '../testing/behind-socket';
import { codeOf, createTestApp, type TestApp } from '../testing/test-app';

let at: TestApp;
let person: Awaited<ReturnType<TestApp['person']>>;
let workspaceId: string;
beforeAll(async () => {
  at = await createTestApp(inject('postgresAdminUrl'));
  person = await at.person();
  const me = await person.ask('/auth/me');
  workspaceId = (me.body.workspaces as { id: string }[])[0]?.id ?? '';
});
afterAll(() => at.close());

const JSON_TYPE = 'application/json; charset=utf-8';
const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
const envelope = (more: object = {}) => ({
  protocol: 1,
  workspaceId,
  deviceId: person.accountId,
  deviceName: 'x',
  cursor: null,
  sentAt: 1,
  mutations: [],
  ...more,
});

test('[WR1] every answer of the API says what it is, errors and unknown addresses too', async () => {
  const headers = { 'Holdfast-Request': 'r-1' };
  const asked: [string, number, string][] = [
    ['/auth/me', 200, JSON_TYPE],
    ['/auth/nothing', 404, PROBLEM_TYPE],
    ['/api/nothing', 404, PROBLEM_TYPE],
    ['/sync/nothing', 404, PROBLEM_TYPE],
    [`/sync/pull?workspaceId=${workspaceId}&deviceId=${person.accountId}`, 200, JSON_TYPE],
    ['/sync/pull?workspaceId=x', 400, PROBLEM_TYPE],
  ];
  for (const [path, status, type] of asked) {
    const answer = await person.ask(path, { headers });
    expect([path, answer.status, answer.headers.get('Content-Type')]).toEqual([path, status, type]);
    expect(answer.headers.get('Holdfast-Protocol')).toBe('1');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Holdfast-Request')).toBe('r-1');
  }
  const stranger = await at.ask('/sync/pull', { headers });
  expect(codeOf(stranger)).toBe('401 unauthenticated');
  expect(stranger.headers.get('Holdfast-Request')).toBe('r-1');
  expect(
    (await at.ask('/auth/me', { headers: { 'Holdfast-Request': 'x'.repeat(200) } })).headers.has(
      'Holdfast-Request',
    ),
  ).toBe(false);
});

test('[WR2] a failure of ours says nothing of the inside, and the log nothing of the words', async () => {
  const broken = await createTestApp(inject('postgresAdminUrl'));
  try {
    const someone = await broken.person();
    const before = broken.logged.length;
    Object.assign(broken.deps, {
      now: () => {
        throw new Error('secret words of a task');
      },
    });
    const answer = await broken.ask('/auth/sign-in', {
      body: { email: someone.email, password: 'seven blue herons wade' },
    });
    expect(answer.body).toEqual({
      type: 'urn:holdfast:problem:internal',
      title: expect.any(String),
      status: 500,
      code: 'internal',
    });
    expect(broken.logged.slice(before).join()).toContain('request failed');
    expect(broken.logged.slice(before).join()).not.toContain('secret words');
  } finally {
    await broken.close();
  }
});

test('[WR2] a database that is away is 503 and may be tried again', async () => {
  const away = await createTestApp(inject('postgresAdminUrl'));
  await away.sql.end();
  const answer = await away.ask('/auth/sign-in', { body: { email: 'a@example.org', password: 'x' } });
  expect(codeOf(answer)).toBe('503 unavailable');
  expect(answer.headers.get('Retry-After')).toBe('5');
  expect((await away.ask('/readyz')).status).toBe(503);
  expect((await away.ask('/healthz')).status).toBe(200);
});

test('[WR4] bodies up to 1 MiB, unpacked alike, and JSON only', async () => {
  const push = (
    body: NonNullable<ConstructorParameters<typeof Response>[0]>,
    headers: Record<string, string> = {},
  ) =>
    at.app.request('/sync/push', {
      method: 'POST',
      body,
      headers: {
        Origin: 'http://localhost',
        Host: 'localhost',
        'Content-Type': 'application/json',
        Cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
    });
  const code = async (response: Response) =>
    `${response.status} ${((await response.json()) as { code?: string }).code ?? ''}`.trim();
  const good = JSON.stringify(envelope());
  const gzip = { 'Content-Encoding': 'gzip' };
  expect(await code(await push(good))).toBe('200');
  expect(await code(await push(gzipSync(good), gzip))).toBe('200');
  expect(await code(await push(' '.repeat(1024 * 1024 + 1)))).toBe('413 too_large');
  expect(await code(await push(gzipSync(Buffer.alloc(50_000_000)), gzip))).toBe('413 too_large');
  expect(await code(await push(good, gzip))).toBe('400 bad_request');
  expect(await code(await push(good, { 'Content-Encoding': 'br' }))).toBe('415 unsupported_media_type');
  expect(await code(await push(good, { 'Content-Type': 'text/plain' }))).toBe('415 unsupported_media_type');
  const deep = `${'{"a":'.repeat(50)}1${'}'.repeat(50)}`;
  const mutation = `{"id":"${uuidOf(0x7777)}","seq":1,"schema":1,"at":1,"seen":null,"name":"a.b","group":null,"ops":`;
  expect(await code(await push(good.replace('[]', `[${mutation}${deep}}]`)))).toBe('400 bad_request');
  expect(await code(await push(good.replace('"x"', `"${'['.repeat(90)}"`)))).toBe('200');
  expect(await code(await push(new Uint8Array([0x22, 0xff, 0x22])))).toBe('400 bad_request');
  expect(await code(await push('{"protocol":1'))).toBe('400 bad_request');
});

test('[WR1] [H59] no answer of any route may be kept by a cache, whoever asks', async () => {
  const routes = at.app.routes.filter(
    ({ method, path }) => method !== 'ALL' && /^\/(?:sync|auth|api)\//.test(path),
  );
  // The stream does not end; its headers are looked at where it is tested.
  const asked = [...new Set(routes.map(({ method, path }) => `${method} ${path}`))].filter(
    (route) => route !== 'GET /sync/events',
  );
  expect(asked.length).toBeGreaterThan(15);
  let someone = await at.person();
  for (const route of asked) {
    const [method = '', path = ''] = route.split(' ');
    const body = method === 'GET' ? {} : { body: {} };
    for (const who of [at.browser(), someone]) {
      const answer = await who.ask(path.replaceAll(/:\w+/g, uuidOf(1)), { method, ...body });
      expect(answer.headers.get('Cache-Control'), route).toMatch(/^no-store/);
      expect(answer.headers.get('Holdfast-Protocol'), route).toBe('1');
      if (route.includes('sign-out')) someone = await at.person();
    }
  }
});

test('[WR4] long answers are packed, the short not, and any asked-for way', async () => {
  const ops = Array.from({ length: 50 }, (_, n) => ({
    op: 'create',
    entity: 'label',
    id: uuidOf(0x9000 + n),
    base: 0,
    after: null,
    guard: false,
    changes: { name: { from: null, to: `label ${n}` } },
  }));
  const mutation = {
    id: uuidOf(0x8888),
    seq: 1,
    schema: 1,
    at: 1,
    seen: null,
    name: 'test.many',
    group: null,
    ops,
  };
  const body = envelope({ mutations: [mutation] });
  expect((await person.ask('/sync/push', { body })).status).toBe(200);
  const pull = async (encoding: string) => {
    const response = await at.app.request(
      `/sync/pull?workspaceId=${workspaceId}&deviceId=${person.accountId}`,
      {
        headers: {
          Cookie: [...person.cookies].map(([k, v]) => `${k}=${v}`).join('; '),
          'Accept-Encoding': encoding,
        },
      },
    );
    const size = (await response.arrayBuffer()).byteLength;
    // A length that is not the packed one cuts the answer off on a real connection.
    expect(Number(response.headers.get('Content-Length') ?? size)).toBe(size);
    return { encoding: response.headers.get('Content-Encoding'), size };
  };
  const [plain, gzip, br] = [await pull('identity'), await pull('gzip'), await pull('gzip, br')];
  expect([plain.encoding, gzip.encoding, br.encoding]).toEqual([null, 'gzip', 'br']);
  expect(gzip.size * 4).toBeLessThan(plain.size);
  expect(br.size).toBeLessThan(gzip.size);
});

test('[WR4] as the server runs, with its own Response, a packed answer arrives whole', async () => {
  const { origin, close } = await behindSocket(at.app);
  try {
    const pull = async (encoding: string) => {
      const response = await fetch(
        `${origin}/sync/pull?workspaceId=${workspaceId}&deviceId=${person.accountId}`,
        {
          headers: {
            Cookie: [...person.cookies].map(([k, v]) => `${k}=${v}`).join('; '),
            'Accept-Encoding': encoding,
          },
        },
      );
      expect(response.headers.get('Content-Encoding')).toBe(encoding === 'identity' ? null : encoding);
      const { changes } = (await response.json()) as { changes: unknown[] };
      return changes;
    };
    const plain = await pull('identity');
    expect(plain.length).toBeGreaterThan(10);
    expect(await pull('gzip')).toEqual(plain);
    expect(await pull('br')).toEqual(plain);
  } finally {
    await close();
  }
});

test('[AC1] what changes something with cookies comes from our own pages', async () => {
  const out = (headers: Record<string, string>) => {
    const cookie = { Cookie: `holdfast_access=${person.cookies.get('holdfast_access')}` };
    return at.ask('/api/invites/accept', {
      body: { token: 'x' },
      headers: { Host: 'localhost', ...cookie, ...headers },
    });
  };
  expect(codeOf(await out({ Origin: 'http://localhost' }))).toBe('404 invite_invalid');
  expect(codeOf(await out({ Origin: 'https://evil.example' }))).toBe('403 bad_origin');
  expect(codeOf(await out({ Origin: 'null' }))).toBe('403 bad_origin');
  expect(codeOf(await out({}))).toBe('403 bad_origin');
  const bearer = { Authorization: `Bearer ${person.cookies.get('holdfast_access')}` };
  expect(codeOf(await at.ask('/api/invites/accept', { body: { token: 'x' }, headers: bearer }))).toBe(
    '404 invite_invalid',
  );
  expect(
    codeOf(await at.ask('/auth/sign-in', { body: {}, headers: { Origin: 'https://evil.example' } })),
  ).toBe('403 bad_origin');
  const evil = await at.ask('/auth/me', { headers: { ...bearer, Origin: 'https://evil.example' } });
  expect(evil.headers.has('Access-Control-Allow-Origin')).toBe(false);
});

test('[AC1] pushes are limited, and so is what reads; both say how long, and nobody else waits', async () => {
  const limits = { signUpsPerHour: 9, signInsPerQuarterHour: 9, pushesPerMinute: 2, readsPerMinute: 3 };
  const limited = await createTestApp(inject('postgresAdminUrl'), { limits });
  try {
    const someone = await limited.person();
    const push = () => someone.ask('/sync/push', { body: {} });
    expect([codeOf(await push()), codeOf(await push())]).toEqual(['400 bad_request', '400 bad_request']);
    const refused = await push();
    expect(codeOf(refused)).toBe('429 rate_limited');
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    const reads = ['/sync/pull', '/sync/digest', '/sync/history', '/sync/pull'];
    const answers = [];
    for (const path of reads) answers.push(await someone.ask(path));
    expect(answers.map(codeOf)).toEqual([...Array(3).fill('400 bad_request'), '429 rate_limited']);
    expect(Number(answers.at(-1)?.headers.get('Retry-After'))).toBeGreaterThan(0);
    const other = await limited.person();
    expect(codeOf(await other.ask('/sync/pull'))).toBe('400 bad_request');
  } finally {
    await limited.close();
  }
});
