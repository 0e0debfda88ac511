import { uuidOf } from '@holdfast/shared/testing/build';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Browser, codeOf, createTestApp, PASSWORD, type TestApp } from '../testing/test-app';

let at: TestApp;
beforeAll(async () => {
  at = await createTestApp(inject('postgresAdminUrl'));
});
afterAll(() => at.close());

const refresh = (browser: Browser, rid: number, device = 1) =>
  browser.ask('/auth/refresh', { body: { rid: uuidOf(rid), deviceId: uuidOf(0xd000 + device) } });

describe('signing up and in', () => {
  test('[CL12] an account owns one personal workspace from the start, with the id that its device chose', async () => {
    const browser = at.browser();
    const workspaceId = uuidOf(0x77);
    const up = await browser.ask('/auth/sign-up', {
      body: { email: ' Ana@Example.org ', password: PASSWORD, name: 'Ana', workspaceId, deviceId: uuidOf(1) },
    });
    expect(up.status).toBe(201);
    expect(up.body).toEqual({ account: { id: expect.any(String), email: 'ana@example.org', name: 'Ana' } });
    const me = await browser.ask('/auth/me');
    expect(me.body).toEqual({
      account: up.body.account,
      workspaces: [{ id: workspaceId, name: 'Personal', role: 'owner', personal: true }],
    });
    const again = at.browser();
    const taken = await again.ask('/auth/sign-up', {
      body: { email: 'ben@example.org', password: PASSWORD, name: 'Ben', workspaceId },
    });
    expect(taken.status).toBe(201);
    const his = (await again.ask('/auth/me')).body.workspaces as { id: string }[];
    expect(his).toHaveLength(1);
    expect(his[0]?.id).not.toBe(workspaceId);
  });

  test('[AC1] [H46] a browser may ask whether it is remembered, and is never refused', async () => {
    const browser = at.browser();
    expect((await browser.ask('/auth/remembered')).body).toEqual({ remembered: false });
    await browser.ask('/auth/sign-up', {
      body: { email: 'remembered@example.org', password: PASSWORD, name: 'R' },
    });
    expect((await browser.ask('/auth/remembered')).body).toEqual({ remembered: true });
  });

  test('[AC1] the cookies are HttpOnly and SameSite=Strict, and tied to the host on https', async () => {
    const secure = await createTestApp(inject('postgresAdminUrl'), { publicUrl: 'https://tasks.example' });
    try {
      const up = await secure.ask('/auth/sign-up', {
        body: { email: 'a@example.org', password: PASSWORD, name: 'A' },
        headers: { Origin: 'https://tasks.example' },
      });
      const set = up.headers.getSetCookie();
      expect(set).toHaveLength(2);
      for (const cookie of set)
        expect(cookie).toMatch(
          /^__Host-holdfast_(?:access|refresh)=.+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
        );
      expect(up.headers.get('Strict-Transport-Security')).toContain('max-age=31536000');
    } finally {
      await secure.close();
    }
  });

  test('[AC1] passwords are 12 to 128 characters and none of the common ones', async () => {
    for (const password of [
      'short',
      'x'.repeat(129),
      'password1234',
      'Holdfast2026!',
      'qwertyuiopas',
      'ana.maria.99',
    ])
      expect(
        codeOf(
          await at.ask('/auth/sign-up', { body: { email: 'maria@example.org', name: 'Ana', password } }),
        ),
        password,
      ).toBe('422 weak_password');
  });

  test('[AC1] an unknown address and a wrong password answer alike', async () => {
    const person = await at.person();
    const wrong = await at.ask('/auth/sign-in', {
      body: { email: person.email, password: 'not the password' },
    });
    const unknown = await at.ask('/auth/sign-in', {
      body: { email: 'x@example.org', password: 'not the password' },
    });
    expect(codeOf(wrong)).toBe('401 wrong_credentials');
    expect(unknown.body).toEqual(wrong.body);
    expect(
      (await at.ask('/auth/sign-in', { body: { email: person.email, password: PASSWORD } })).status,
    ).toBe(200);
    expect(
      codeOf(await at.ask('/auth/sign-up', { body: { email: person.email, password: PASSWORD, name: 'B' } })),
    ).toBe('409 email_taken');
  });

  test('[WR5] words that no database can store are refused, not failed on', async () => {
    for (const body of [
      { email: 'a\u0000@example.org', password: PASSWORD, name: 'A' },
      { email: 'a@example.org', password: PASSWORD, name: 'A\u0000' },
      { email: 'a@example.org', password: PASSWORD, name: '\ud800' },
      { email: ['a@example.org'], password: PASSWORD, name: 'A' },
      { email: 'a@example.org', password: PASSWORD, name: 'A', role: 'owner' },
    ])
      expect(codeOf(await at.ask('/auth/sign-up', { body }))).toBe('400 bad_request');
    expect(codeOf(await at.ask('/auth/sign-in', { body: { email: '\u0000', password: PASSWORD } }))).toBe(
      '400 bad_request',
    );
  });

  test('[AC1] guessing is slowed for one address from one peer', async () => {
    const limits = { signUpsPerHour: 2, signInsPerQuarterHour: 3, pushesPerMinute: 1, readsPerMinute: 1 };
    const limited = await createTestApp(inject('postgresAdminUrl'), { limits });
    try {
      const person = await limited.person();
      const guess = () =>
        limited.ask('/auth/sign-in', { body: { email: person.email, password: 'not the password' } });
      expect([codeOf(await guess()), codeOf(await guess()), codeOf(await guess())]).toEqual(
        Array(3).fill('401 wrong_credentials'),
      );
      const refused = await guess();
      expect(codeOf(refused)).toBe('429 rate_limited');
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    } finally {
      await limited.close();
    }
  });
});

describe('the access token', () => {
  test('[AC1] works as cookie and as Bearer, for ten minutes', async () => {
    const person = await at.person();
    const token = person.cookies.get('holdfast_access') ?? '';
    const bearer = { headers: { Authorization: `Bearer ${token}` } };
    expect((await at.ask('/auth/me', bearer)).status).toBe(200);
    expect((await at.ask('/auth/me', { headers: { Authorization: `Basic ${token}` } })).status).toBe(401);
    at.clock.now += 601_000;
    expect(codeOf(await at.ask('/auth/me', bearer))).toBe('401 unauthenticated');
  });

  test('[AC1] no other algorithm, audience, type, time or key makes one', async () => {
    const person = await at.person();
    const [header = '', payload = ''] = (person.cookies.get('holdfast_access') ?? '').split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, string>;
    const sign = (typ: string, aud: string, seconds: number, key = at.deps.secret) =>
      new SignJWT({ sid: claims.sid })
        .setProtectedHeader({ alg: 'HS256', typ })
        .setSubject(claims.sub ?? '')
        .setAudience(aud)
        .setExpirationTime(Math.floor(at.clock.now / 1000) + seconds)
        .sign(key);
    const none = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${payload}.`;
    const ask = async (token: string) =>
      (await at.ask('/auth/me', { headers: { Authorization: `Bearer ${token}` } })).status;
    expect(await ask(await sign('at+jwt', 'holdfast', 60))).toBe(200);
    const bad = [
      none,
      `${header}.${payload}.`,
      await sign('JWT', 'holdfast', 60),
      await sign('at+jwt', 'other', 60),
      await sign('at+jwt', 'holdfast', -1),
      await sign('at+jwt', 'holdfast', 60, new Uint8Array(32)),
      person.cookies.get('holdfast_refresh') ?? '',
    ];
    for (const token of bad) expect(await ask(token)).toBe(401);
  });

  test('[AC1] signing out ends it at once, and with an expired one too', async () => {
    const person = await at.person();
    const thief = person.copy();
    expect((await thief.ask('/auth/me')).status).toBe(200);
    at.clock.now += 3_600_000;
    const out = await person.ask('/auth/sign-out', { body: {} });
    expect(out.status).toBe(200);
    expect(person.cookies.size).toBe(0);
    at.clock.now -= 3_600_000;
    expect((await thief.ask('/auth/me')).status).toBe(401);
    expect(codeOf(await refresh(thief, 1))).toBe('401 unauthenticated');
  });

  test('[WR3] a request for another account is refused', async () => {
    const [one, two] = [await at.person(), await at.person()];
    const headers = { 'Holdfast-Account': two.accountId };
    expect(codeOf(await one.ask('/auth/me', { headers }))).toBe('409 other_account');
    expect((await two.ask('/auth/me', { headers })).status).toBe(200);
    const token = one.cookies.get('holdfast_refresh');
    const body = { rid: uuidOf(1), deviceId: uuidOf(2) };
    expect(codeOf(await one.ask('/auth/refresh', { headers, body }))).toBe('409 other_account');
    expect(one.cookies.get('holdfast_refresh')).toBe(token);
  });
});

describe('refreshing', () => {
  test('[AC2] gives new tokens, and the same question has the same answer for ten minutes', async () => {
    const person = await at.person();
    const old = person.copy();
    expect((await refresh(person, 1)).status).toBe(200);
    const successor = person.cookies.get('holdfast_refresh');
    expect(successor).not.toBe(old.cookies.get('holdfast_refresh'));
    at.clock.now += 590_000;
    const asker = old.copy();
    expect((await refresh(asker, 1, 2)).status).toBe(200);
    expect(asker.cookies.get('holdfast_refresh')).toBe(successor);
    expect((await asker.ask('/auth/me')).status).toBe(200);
    // One chain, not two: the successor goes on from both.
    expect((await refresh(person, 2)).status).toBe(200);
  });

  test('[AC2] after ten minutes the same question is theft', async () => {
    const person = await at.person();
    const old = person.copy();
    await refresh(person, 1);
    at.clock.now += 601_000;
    expect(codeOf(await refresh(old, 1))).toBe('401 refresh_reused');
  });

  test('[AC2][H61] another question within 10 s from the same device gets the same successor', async () => {
    const person = await at.person();
    const tab = person.copy();
    await refresh(person, 1);
    at.clock.now += 9_000;
    expect((await refresh(tab, 2)).status).toBe(200);
    expect(tab.cookies.get('holdfast_refresh')).toBe(person.cookies.get('holdfast_refresh'));
  });

  test('[AC2][H61] after 11 s, or from another device, it is theft and ends the family', async () => {
    for (const [wait, device] of [
      [11_000, 1],
      [1_000, 2],
    ] as const) {
      const person = await at.person();
      const thief = person.copy();
      await refresh(person, 1);
      at.clock.now += wait;
      expect(codeOf(await refresh(thief, 2, device))).toBe('401 refresh_reused');
      expect(codeOf(await refresh(person, 3))).toBe('401 unauthenticated');
      expect((await person.ask('/auth/me')).status).toBe(401);
      expect(at.events.at(-1)).toMatchObject({ kind: 'session', reason: 'refresh_reused' });
    }
  });

  test('[AC2] two tabs at the same instant get one successor', async () => {
    const person = await at.person();
    const tabs = [person.copy(), person.copy(), person.copy()];
    const answers = await Promise.all(tabs.map((tab, n) => refresh(tab, 10 + n)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(new Set(tabs.map((tab) => tab.cookies.get('holdfast_refresh'))).size).toBe(1);
  });

  test('[AC1] a session ends after 30 days idle and 180 in all', async () => {
    const day = 86_400_000;
    const idle = await at.person();
    at.clock.now += 30 * day + 1000;
    expect(codeOf(await refresh(idle, 1))).toBe('401 unauthenticated');
    const busy = await at.person();
    for (let used = 1; used <= 6; used++) {
      at.clock.now += 29 * day;
      expect((await refresh(busy, used)).status).toBe(200);
    }
    at.clock.now += 7 * day;
    expect(codeOf(await refresh(busy, 9))).toBe('401 unauthenticated');
  });
});
