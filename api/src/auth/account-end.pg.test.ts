import { uuidOf } from '@holdfast/shared/testing/build';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openOwner } from '../db/pool';
import { codeOf, createTestApp, PASSWORD, type TestApp } from '../testing/test-app';

let at: TestApp;
beforeAll(async () => {
  at = await createTestApp(inject('postgresAdminUrl'));
});
afterAll(() => at.close());

type Person = Awaited<ReturnType<TestApp['person']>>;
const NEXT = 'nine grey geese paddle';
const signIn = (email: string, password: string) => {
  const browser = at.browser();
  return browser.ask('/auth/sign-in', { body: { email, password } }).then((answer) => ({ browser, answer }));
};

describe('changing the password', () => {
  const change = (person: Person, current: string, next: string) =>
    person.ask('/auth/change-password', { body: { current, next } });

  test('[AC1] ends every other session at once, and keeps the one that asked', async () => {
    const ana = await at.person('Ana');
    const { browser: phone } = await signIn(ana.email, PASSWORD);
    expect((await phone.ask('/auth/me')).status).toBe(200);
    expect((await change(ana, PASSWORD, NEXT)).status).toBe(200);
    expect(codeOf(await phone.ask('/auth/me'))).toBe('401 unauthenticated');
    expect((await ana.ask('/auth/me')).status).toBe(200);
    expect(at.events.at(-1)).toMatchObject({ kind: 'session', reason: 'password_changed' });
    expect(codeOf((await signIn(ana.email, PASSWORD)).answer)).toBe('401 wrong_credentials');
    expect((await signIn(ana.email, NEXT)).answer.status).toBe(200);
  });

  test('[AC1] asks for the one that holds, and for one that is hard to guess', async () => {
    const ana = await at.person('Ana');
    expect(codeOf(await change(ana, 'not my password', NEXT))).toBe('403 wrong_credentials');
    expect(codeOf(await change(ana, PASSWORD, 'short'))).toBe('422 weak_password');
    expect(codeOf(await change(ana, PASSWORD, ana.email))).toBe('422 weak_password');
    expect(codeOf(await at.ask('/auth/change-password', { body: { current: PASSWORD, next: NEXT } }))).toBe(
      '401 unauthenticated',
    );
    expect((await signIn(ana.email, PASSWORD)).answer.status).toBe(200);
  });
});

describe('deleting an account', () => {
  let ids = 0x6000;
  const deletion = (person: Person, password = PASSWORD) =>
    person.ask('/auth/delete-account', { body: { password } });

  async function shared(owner: Person, other: Person, role: 'admin' | 'member'): Promise<string> {
    const id = uuidOf(ids++);
    await owner.ask('/api/workspaces', { body: { id, name: 'Boat club' } });
    const made = await owner.ask(`/api/workspaces/${id}/invites`, { body: { role } });
    expect((await other.ask('/api/invites/accept', { body: { token: made.body.token } })).status).toBe(200);
    return id;
  }

  test('takes along what only it could see, and leaves what others use', async () => {
    const [ana, ben] = [await at.person('Ana'), await at.person('Ben')];
    const club = await shared(ben, ana, 'member');
    const alone = uuidOf(ids++);
    await ana.ask('/api/workspaces', { body: { id: alone, name: 'Alone' } });
    const { browser: phone } = await signIn(ana.email, PASSWORD);
    expect(codeOf(await deletion(ana, 'not my password'))).toBe('403 wrong_credentials');
    expect((await deletion(ana)).status).toBe(200);
    for (const browser of [ana, phone])
      expect(codeOf(await browser.ask('/auth/me'))).toBe('401 unauthenticated');
    expect(codeOf((await signIn(ana.email, PASSWORD)).answer)).toBe('401 wrong_credentials');
    const members = (await ben.ask(`/api/workspaces/${club}/members`)).body.members as { name: string }[];
    expect(members.map(({ name }) => name)).toEqual(['Ben']);
    // The address is free again, and so is what was only hers.
    const again = at.browser();
    const up = { email: ana.email, password: NEXT, name: 'Ana', workspaceId: alone };
    expect((await again.ask('/auth/sign-up', { body: up })).status).toBe(201);
    const mine = (await again.ask('/auth/me')).body.workspaces as { id: string }[];
    expect(mine.map(({ id }) => id)).toEqual([alone]);
  });

  test('[AC3][H67] leaves no member behind where it was entering meanwhile', async () => {
    const [ana, ben] = [await at.person('Ana'), await at.person('Ben')];
    const club = await shared(ben, ana, 'member');
    const other = uuidOf(ids++);
    await ben.ask('/api/workspaces', { body: { id: other, name: 'Choir' } });
    const made = await ben.ask(`/api/workspaces/${other}/invites`, { body: { role: 'member' } });
    const { browser: phone } = await signIn(ana.email, PASSWORD);
    const owner = openOwner(at.url);
    const watch = openOwner(at.url);
    const waiting = async () => {
      const [found] = await watch<{ n: number }[]>`
        select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return found?.n ?? 0;
    };
    try {
      let accepted = false;
      const both = await owner.begin(async (tx) => {
        await tx`select 1 from member where workspace_id = ${club} for update`;
        const end = deletion(ana);
        await expect.poll(waiting).toBe(1);
        const entry = phone.ask('/api/invites/accept', { body: { token: made.body.token } });
        void entry.then(() => {
          accepted = true;
        });
        await expect.poll(async () => accepted || (await waiting()) === 2).toBe(true);
        return [end, entry] as const;
      });
      const [end, entry] = await Promise.all(both);
      expect(end.status).toBe(200);
      const members = (await ben.ask(`/api/workspaces/${other}/members`)).body.members as { name: string }[];
      expect(members.map(({ name }) => name)).toEqual(['Ben']);
      expect(codeOf(entry)).toBe('404 invite_invalid');
    } finally {
      await Promise.all([owner.end(), watch.end()]);
    }
  });

  test('[AC3] leaves nobody without an owner', async () => {
    const [ana, ben, carol] = [await at.person('Ana'), await at.person('Ben'), await at.person('Carol')];
    const club = await shared(ana, ben, 'admin');
    const made = await ana.ask(`/api/workspaces/${club}/invites`, { body: { role: 'member' } });
    await carol.ask('/api/invites/accept', { body: { token: made.body.token } });
    expect(codeOf(await deletion(ana))).toBe('409 last_owner');
    expect((await ana.ask('/auth/me')).status).toBe(200);
    const promoted = await ana.ask(`/api/workspaces/${club}/members/${ben.accountId}`, {
      method: 'PATCH',
      body: { role: 'owner' },
    });
    expect(promoted.status).toBe(200);
    const answers = await Promise.all([deletion(ana), deletion(ben)]);
    expect(answers.map(codeOf).sort()).toEqual(['200', '409 last_owner']);
  });
});
