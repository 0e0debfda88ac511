import { uuidOf } from '@holdfast/shared/testing/build';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { codeOf, createTestApp, type TestApp } from '../testing/test-app';

let at: TestApp;
beforeAll(async () => {
  at = await createTestApp(inject('postgresAdminUrl'));
});
afterAll(() => at.close());

type Person = Awaited<ReturnType<TestApp['person']>>;
let ids = 0x5000;

async function workspaceOf(owner: Person): Promise<string> {
  const id = uuidOf(ids++);
  const made = await owner.ask('/api/workspaces', { body: { id, name: 'Boat club' } });
  expect(made.status).toBe(201);
  return id;
}

async function invite(owner: Person, workspaceId: string, role = 'member', more = {}): Promise<string> {
  const made = await owner.ask(`/api/workspaces/${workspaceId}/invites`, { body: { role, ...more } });
  expect(made.status).toBe(201);
  return String(made.body.token);
}

async function join(person: Person, owner: Person, workspaceId: string, role = 'member'): Promise<void> {
  const wanted = role === 'owner' ? 'admin' : role;
  const token = await invite(owner, workspaceId, wanted);
  expect((await person.ask('/api/invites/accept', { body: { token } })).body).toEqual({
    workspaceId,
    role: wanted,
  });
  if (role === 'owner') expect((await setRole(owner, workspaceId, person, 'owner')).status).toBe(200);
}

const setRole = (actor: Person, workspaceId: string, person: Person, role: string) =>
  actor.ask(`/api/workspaces/${workspaceId}/members/${person.accountId}`, {
    method: 'PATCH',
    body: { role },
  });
const remove = (actor: Person, workspaceId: string, person: Person) =>
  actor.ask(`/api/workspaces/${workspaceId}/members/${person.accountId}`, { method: 'DELETE' });
const pull = (person: Person, workspaceId: string) =>
  person.ask(
    `/sync/pull?workspaceId=${workspaceId}&deviceId=${uuidOf(Number.parseInt(person.accountId.slice(-6), 16))}`,
  );

describe('workspaces', () => {
  test('[PL1] a new one travels by pull: itself and its owner, each with a version of its own', async () => {
    const owner = await at.person('Ana');
    const id = await workspaceOf(owner);
    const page = await pull(owner, id);
    expect(page.body).toMatchObject({ version: 2, more: false, reset: false });
    expect(page.body.changes).toMatchObject([
      { entity: 'workspace', row: { id, name: 'Boat club', version: 1 } },
      { entity: 'member', row: { accountId: owner.accountId, role: 'owner', name: 'Ana', version: 2 } },
    ]);
  });

  test('[WR2][H70] an id that is taken is refused alike whoever has it, and its owner may repeat the request', async () => {
    const [owner, stranger] = [await at.person(), await at.person()];
    const id = await workspaceOf(owner);
    const repeated = await owner.ask('/api/workspaces', { body: { id, name: 'Boat club' } });
    expect(repeated.status).toBe(201);
    expect(codeOf(await stranger.ask('/api/workspaces', { body: { id, name: 'Mine' } }))).toBe(
      '403 forbidden',
    );
    expect((await pull(owner, id)).body.version).toBe(2);
  });

  test('[AC3] a rename bumps the head, is announced, and is for owners and admins', async () => {
    const [owner, member] = [await at.person(), await at.person()];
    const id = await workspaceOf(owner);
    await join(member, owner, id);
    const rename = (person: Person) =>
      person.ask(`/api/workspaces/${id}`, { method: 'PATCH', body: { name: 'Yachts' } });
    expect(codeOf(await rename(member))).toBe('403 forbidden');
    expect((await rename(owner)).status).toBe(200);
    expect(at.events.at(-1)).toEqual({ kind: 'changed', workspaceId: id, version: 4, deviceId: null });
    const page = await pull(member, id);
    expect(page.body.version).toBe(4);
    expect(page.body.changes).toContainEqual({
      entity: 'workspace',
      row: expect.objectContaining({
        name: 'Yachts',
        version: 4,
        stamps: expect.objectContaining({ name: [4, expect.any(Number), expect.any(String)] }),
      }),
    });
  });

  test('[WR2][H70] to a stranger it does not exist, whatever is asked', async () => {
    const [owner, stranger] = [await at.person(), await at.person()];
    const [there, absent] = [await workspaceOf(owner), uuidOf(0xdead)];
    for (const id of [there, absent, 'no-id']) {
      expect(codeOf(await stranger.ask(`/api/workspaces/${id}/members`))).toBe('404 unknown_workspace');
      expect(codeOf(await remove(stranger, id, owner))).toBe('404 unknown_workspace');
      expect(codeOf(await setRole(stranger, id, stranger, 'owner'))).toBe('404 unknown_workspace');
      expect(codeOf(await stranger.ask(`/api/workspaces/${id}/invites`, { body: { role: 'admin' } }))).toBe(
        '404 unknown_workspace',
      );
      expect(
        codeOf(await stranger.ask(`/api/workspaces/${id}`, { method: 'PATCH', body: { name: 'x' } })),
      ).toBe('404 unknown_workspace');
    }
  });
});

describe('members', () => {
  test('[AC3] who may give which role, and remove whom', async () => {
    const people = {
      owner: await at.person('O'),
      admin: await at.person('A'),
      member: await at.person('M'),
      viewer: await at.person('V'),
    };
    const id = await workspaceOf(people.owner);
    for (const role of ['admin', 'member', 'viewer'] as const)
      await join(people[role], people.owner, id, role);
    const target = await at.person('Target');
    await join(target, people.owner, id, 'member');
    const table = [
      // who, the target's role, its next role (null: removal), allowed
      ['viewer', 'member', 'viewer', false],
      ['member', 'member', 'viewer', false],
      ['member', 'viewer', null, false],
      ['admin', 'member', 'viewer', true],
      ['admin', 'viewer', 'member', true],
      ['admin', 'member', 'admin', false],
      ['admin', 'member', 'owner', false],
      ['admin', 'admin', 'member', false],
      ['admin', 'admin', null, false],
      ['admin', 'owner', null, false],
      ['owner', 'member', 'admin', true],
      ['owner', 'admin', 'owner', true],
      ['owner', 'owner', 'member', true],
    ] as const;
    for (const [who, from, to, allowed] of table) {
      await setRole(people.owner, id, target, from);
      const answer =
        to === null ? await remove(people[who], id, target) : await setRole(people[who], id, target, to);
      expect(codeOf(answer), `${who}: ${from} → ${to}`).toBe(allowed ? '200' : '403 forbidden');
    }
    expect((await remove(people.admin, id, people.viewer)).status).toBe(200);
    for (const role of ['member', 'admin'] as const)
      expect(codeOf(await people.member.ask(`/api/workspaces/${id}/invites`, { body: { role } }))).toBe(
        '403 forbidden',
      );
    expect(codeOf(await people.admin.ask(`/api/workspaces/${id}/invites`, { body: { role: 'admin' } }))).toBe(
      '403 forbidden',
    );
  });

  test('[AC3] the last owner stays, even where two step down at once', async () => {
    const [one, two] = [await at.person(), await at.person()];
    const id = await workspaceOf(one);
    expect(codeOf(await remove(one, id, one))).toBe('409 last_owner');
    expect(codeOf(await setRole(one, id, one, 'member'))).toBe('409 last_owner');
    for (let round = 0; round < 10; round++) {
      const both = await workspaceOf(one);
      await join(two, one, both, 'owner');
      const answers = await Promise.all([remove(one, both, one), remove(two, both, two)]);
      expect(answers.map(codeOf).sort()).toEqual(['200', '409 last_owner']);
    }
  });

  test('[AC5][CL8] a removed member is told so at the next request, a demoted one loses the right', async () => {
    const [owner, member] = [await at.person(), await at.person()];
    const id = await workspaceOf(owner);
    await join(member, owner, id, 'admin');
    expect((await member.ask(`/api/workspaces/${id}`, { method: 'PATCH', body: { name: 'A' } })).status).toBe(
      200,
    );
    await setRole(owner, id, member, 'viewer');
    expect(codeOf(await member.ask(`/api/workspaces/${id}`, { method: 'PATCH', body: { name: 'B' } }))).toBe(
      '403 forbidden',
    );
    await remove(owner, id, member);
    expect(at.events.at(-1)).toEqual({ kind: 'revoked', workspaceId: id, accountId: member.accountId });
    expect(codeOf(await pull(member, id))).toBe('403 removed');
    expect(codeOf(await member.ask(`/api/workspaces/${id}/members`))).toBe('403 removed');
    const me = await member.ask('/auth/me');
    expect((me.body.workspaces as { id: string }[]).map((workspace) => workspace.id)).not.toContain(id);
    const page = await pull(owner, id);
    expect(page.body.changes).toContainEqual({
      entity: 'member',
      row: expect.objectContaining({ accountId: member.accountId, removedAt: at.clock.now, deletedAt: null }),
    });
  });

  test('[AC3] everyone may leave, and come back by a new invitation', async () => {
    const [owner, member] = [await at.person(), await at.person()];
    const id = await workspaceOf(owner);
    await join(member, owner, id, 'viewer');
    expect((await remove(member, id, member)).status).toBe(200);
    await join(member, owner, id, 'member');
    const list = await member.ask(`/api/workspaces/${id}/members`);
    expect(list.body.members).toEqual(
      expect.arrayContaining([expect.objectContaining({ accountId: member.accountId, role: 'member' })]),
    );
    expect(list.body.members).toHaveLength(2);
  });
});

describe('invitations', () => {
  test('[AC3] the link shows where it leads, to people without an account too', async () => {
    const owner = await at.person('Ana');
    const id = await workspaceOf(owner);
    const made = await owner.ask(`/api/workspaces/${id}/invites`, { body: { role: 'viewer' } });
    const { token, url, expiresAt } = made.body;
    expect(url).toBe(`http://localhost/join#${token}`);
    expect(expiresAt).toBe(at.clock.now + 7 * 86_400_000);
    const preview = await at.ask('/api/invites/preview', { body: { token } });
    expect(preview.body).toEqual({ workspaceName: 'Boat club', inviterName: 'Ana', role: 'viewer' });
  });

  test('[AC3] used up, expired, unknown, or of somebody who may not invite any more: all alike', async () => {
    const [owner, admin, guest, late] = [
      await at.person(),
      await at.person(),
      await at.person(),
      await at.person(),
    ];
    const id = await workspaceOf(owner);
    await join(admin, owner, id, 'admin');
    const accept = (person: Person, token: string) => person.ask('/api/invites/accept', { body: { token } });
    const once = await invite(owner, id);
    expect((await accept(guest, once)).status).toBe(200);
    // Whoever is in already uses nothing up, and nothing changes.
    const twice = await invite(owner, id, 'admin', { maxUses: 2 });
    expect((await accept(guest, twice)).body).toEqual({ workspaceId: id, role: 'member' });
    const short = await invite(owner, id, 'member', { expiresAt: at.clock.now + 1000 });
    const demoted = await invite(admin, id, 'member');
    await setRole(owner, id, admin, 'viewer');
    at.clock.now += 1001;
    const answers = [];
    for (const token of [once, short, demoted, 'made-up']) {
      answers.push(await accept(late, token), await at.ask('/api/invites/preview', { body: { token } }));
    }
    for (const answer of answers) {
      expect(codeOf(answer)).toBe('404 invite_invalid');
      expect(answer.body).toEqual(answers[0]?.body);
    }
    for (const expiresAt of [at.clock.now, at.clock.now + 91 * 86_400_000])
      expect(
        codeOf(await owner.ask(`/api/workspaces/${id}/invites`, { body: { role: 'member', expiresAt } })),
      ).toBe('400 bad_request');
  });

  test('[AC3] the last use is used once', async () => {
    const owner = await at.person();
    const guests = await Promise.all([at.person(), at.person(), at.person()]);
    const id = await workspaceOf(owner);
    const token = await invite(owner, id);
    const answers = await Promise.all(
      guests.map((guest) => guest.ask('/api/invites/accept', { body: { token } })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404, 404]);
  });
});

describe('invitations that were made', () => {
  const list = (person: Person, id: string) => person.ask(`/api/workspaces/${id}/invites`);
  const turnOff = (person: Person, id: string, inviteId: string) =>
    person.ask(`/api/workspaces/${id}/invites/${inviteId}`, { method: 'DELETE' });
  const listed = async (person: Person, id: string) =>
    (await list(person, id)).body.invites as { id: string; role: string }[];

  test('[AC3] are listed without their token while they work, and lead nowhere once turned off', async () => {
    const [owner, guest] = [await at.person('Ana'), await at.person()];
    const id = await workspaceOf(owner);
    const token = await invite(owner, id, 'member', { maxUses: 5 });
    await invite(owner, id, 'viewer', { expiresAt: at.clock.now + 1000 });
    expect((await list(owner, id)).body.invites).toContainEqual({
      id: expect.any(String),
      role: 'member',
      maxUses: 5,
      uses: 0,
      createdAt: at.clock.now,
      expiresAt: at.clock.now + 7 * 86_400_000,
      inviterName: 'Ana',
    });
    at.clock.now += 1001;
    const [open, ...more] = await listed(owner, id);
    expect(more).toEqual([]);
    for (const _again of [1, 2]) expect((await turnOff(owner, id, open?.id ?? '')).status).toBe(200);
    expect(await listed(owner, id)).toEqual([]);
    expect(codeOf(await guest.ask('/api/invites/accept', { body: { token } }))).toBe('404 invite_invalid');
  });

  test('[AC3][WR2] are for whoever may make such a link; to a stranger there is no such workspace', async () => {
    const [owner, admin, member, stranger] = [
      await at.person(),
      await at.person(),
      await at.person(),
      await at.person(),
    ];
    const id = await workspaceOf(owner);
    await join(admin, owner, id, 'admin');
    await join(member, owner, id, 'member');
    await invite(owner, id, 'admin');
    const [open] = await listed(admin, id);
    const inviteId = open?.id ?? '';
    expect(codeOf(await turnOff(admin, id, inviteId))).toBe('403 forbidden');
    for (const [person, code] of [
      [member, '403 forbidden'],
      [stranger, '404 unknown_workspace'],
    ] as const) {
      expect(codeOf(await list(person, id))).toBe(code);
      expect(codeOf(await turnOff(person, id, inviteId))).toBe(code);
    }
    const elsewhere = await workspaceOf(owner);
    for (const wrong of [uuidOf(0xdead), 'no-id'])
      expect(codeOf(await turnOff(owner, id, wrong))).toBe('404 not_found');
    expect(codeOf(await turnOff(owner, elsewhere, inviteId))).toBe('404 not_found');
    expect(await listed(owner, id)).toHaveLength(1);
  });
});

describe('deleting a workspace', () => {
  const deletion = (person: Person, id: string, name: string) =>
    person.ask(`/api/workspaces/${id}`, { method: 'DELETE', body: { name } });

  test('[AC3][AC5] is for owners who type its name: everybody is out at once, and links lead nowhere', async () => {
    const [owner, admin, guest] = [await at.person(), await at.person(), await at.person()];
    const id = await workspaceOf(owner);
    await join(admin, owner, id, 'admin');
    const token = await invite(owner, id);
    expect(codeOf(await deletion(admin, id, 'Boat club'))).toBe('403 forbidden');
    expect(codeOf(await deletion(guest, id, 'Boat club'))).toBe('404 unknown_workspace');
    expect(codeOf(await deletion(owner, id, 'Boat clbu'))).toBe('400 bad_request');
    expect((await deletion(owner, id, ' Boat club ')).status).toBe(200);
    for (const person of [owner, admin]) {
      expect(at.events).toContainEqual({ kind: 'revoked', workspaceId: id, accountId: person.accountId });
      expect(codeOf(await pull(person, id))).toBe('403 removed');
      const me = await person.ask('/auth/me');
      expect((me.body.workspaces as { id: string }[]).map((workspace) => workspace.id)).not.toContain(id);
    }
    expect(codeOf(await guest.ask('/api/invites/accept', { body: { token } }))).toBe('404 invite_invalid');
    expect(codeOf(await deletion(owner, id, 'Boat club'))).toBe('403 removed');
  });

  test('[AC3] does not reach a personal one: it goes with its account', async () => {
    const owner = await at.person();
    const [personal] = (await owner.ask('/auth/me')).body.workspaces as { id: string; name: string }[];
    expect(codeOf(await deletion(owner, personal?.id ?? '', 'Personal'))).toBe('403 forbidden');
  });
});
