import { describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpRequest } from '../platform/http';
import { memoryMarks } from '../testing/memory-marks';
import { noteCopy } from './lost-copy';
import { createSession, type SessionDeps } from './session';
import { readMarks } from './session-marks';
import { deliverSignOut, finishAdopting, finishDeleting, localWorkspace } from './session-steps';

const ME = '00000000-0000-4000-8000-00000000000a';
const HOME = '00000000-0000-4000-8000-0000000000f1';
const TEAM = '00000000-0000-4000-8000-0000000000f2';
const account = { id: ME, email: 'ana@example.org', name: 'Ana' };
const me = {
  account,
  workspaces: [
    { id: TEAM, name: 'Team', role: 'member', personal: false },
    { id: HOME, name: 'Ana', role: 'owner', personal: true },
  ],
};
const ok = (body: unknown): HttpAnswer => ({ kind: 'ok', status: 200, body, build: null });
const down: HttpAnswer = { kind: 'unreachable' };
const refusal = (status: number): HttpAnswer => ({
  kind: 'refused',
  status,
  code: 'x',
  problem: { type: '', title: '', status, code: 'x' },
  retryAfterMs: null,
  build: null,
});

function device(server: { [path: string]: HttpAnswer | undefined } = {}) {
  const { marks, stored } = memoryMarks();
  const log: string[] = [];
  let letGo = (): void => undefined;
  const letsGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const world = { waiting: 0, server, crashIn: '', renews: false, heldOpen: '', letGo };
  const does = (what: string) => {
    if (world.crashIn !== '' && what.startsWith(world.crashIn)) throw new Error('crash');
    log.push(what);
  };
  const send = async ({ path }: HttpRequest): Promise<HttpAnswer> => {
    does(path);
    return world.server[path] ?? down;
  };
  const deps: SessionDeps = {
    marks,
    send,
    sendAs: send,
    renew: async () => {
      does('renew');
      return world.renews;
    },
    newWorkspaceId: () => HOME,
    adopt: async ({ workspaceId }) => does(`adopt ${workspaceId === HOME ? 'home' : workspaceId}`),
    waiting: async () => world.waiting,
    close: async () => does('close'),
    async deleteDatabase(id) {
      if (id === world.heldOpen) await letsGo;
      does(`delete ${id === ME ? 'me' : id}`);
    },
    reopen: async () => does(stored.has('session') ? 'open account' : 'open nobody'),
    signedIn: () => does('signed in'),
    tellTabs: () => does('tell'),
    deleteLater: () => does('delete later'),
  };
  return { deps, session: createSession(deps), stored, log, world };
}

const up = {
  '/auth/sign-in': ok({ account }),
  '/auth/sign-up': ok({ account }),
  '/auth/me': ok(me),
  '/auth/sign-out': ok({}),
};
const input = { email: account.email, password: 'correct horse battery' };

describe('[CL12] signing in and up', () => {
  it('moves what was written here into the personal workspace, then opens the account', async () => {
    const d = device(up);
    expect(await d.session.signIn(input)).toMatchObject({ kind: 'ok' });
    expect(d.log).toEqual([
      '/auth/sign-in',
      '/auth/me',
      'close',
      'adopt home',
      'open account',
      'signed in',
      'tell',
      'delete later',
    ]);
    expect(d.stored.get('session')).toMatchObject({ activeId: HOME });
    expect(d.stored.has('adopting')).toBe(false);
    expect(d.stored.get('deleting')).toEqual(['nobody']);
  });

  it('a crash while adopting repeats it at the next start', async () => {
    const d = device(up);
    d.world.crashIn = 'adopt';
    await expect(d.session.signUp({ ...input, name: 'Ana' })).rejects.toThrow('crash');
    d.world.crashIn = '';
    d.log.length = 0;
    await finishAdopting(d.deps);
    expect(d.log).toEqual(['adopt home']);
    expect(d.stored.get('session')).toMatchObject({ account: { id: ME } });
    expect(d.stored.has('adopting')).toBe(false);
  });

  it('a refusal or silence changes nothing here', async () => {
    const d = device({});
    expect(await d.session.signIn(input)).toEqual({ kind: 'unreachable' });
    expect([d.log, [...d.stored.keys()]]).toEqual([['/auth/sign-in'], []]);
  });
});

describe('[CL11] [H64] signing out', () => {
  async function signedIn(server: { [path: string]: HttpAnswer | undefined } = up) {
    const d = device(up);
    await d.session.signIn(input);
    await finishDeleting(d.deps);
    d.world.server = server;
    d.log.length = 0;
    return d;
  }

  it('with unsent changes it asks first and touches nothing', async () => {
    const d = await signedIn();
    d.world.waiting = 3;
    expect(await d.session.signOut()).toEqual({ kind: 'unsent', count: 3 });
    expect([d.log, d.stored.has('session')]).toEqual([[], true]);
  });

  it('deletes exactly that database, offline too; the first request after it is the sign-out', async () => {
    const d = await signedIn({});
    expect(await d.session.signOut()).toEqual({ kind: 'done' });
    expect(d.log).toEqual(['tell', 'close', 'open nobody', 'delete me', '/auth/sign-out']);
    expect(d.stored.get('signingOut')).toEqual({ accountId: ME });
    // Still offline: nobody signs in over it.
    d.log.length = 0;
    expect(await d.session.signIn(input)).toEqual({ kind: 'unreachable' });
    expect(d.log).toEqual(['/auth/sign-out']);
    d.world.server = up;
    d.log.length = 0;
    await d.session.signIn(input);
    expect(d.log.slice(0, 2)).toEqual(['/auth/sign-out', '/auth/sign-in']);
    expect(d.stored.has('signingOut')).toBe(false);
  });

  it('kept changes keep the database; discarded ones go with it', async () => {
    for (const [choice, deleted] of [
      ['keep', false],
      ['discard', true],
    ] as const) {
      const d = await signedIn();
      d.world.waiting = 3;
      expect(await d.session.signOut(choice)).toEqual({ kind: 'done' });
      expect(d.log.includes('delete me')).toBe(deleted);
    }
  });

  it('a crash before the deletion is made good at the next start', async () => {
    const d = await signedIn();
    d.world.crashIn = 'delete';
    await expect(d.session.signOut()).rejects.toThrow('crash');
    d.world.crashIn = '';
    d.log.length = 0;
    await finishDeleting(d.deps);
    expect([d.log, d.stored.has('session'), d.stored.get('deleting')]).toEqual([['delete me'], false, []]);
  });

  it('trouble of the server’s is not a sign-out heard', async () => {
    const d = await signedIn();
    d.world.server = { '/auth/sign-out': refusal(503) };
    await d.session.signOut();
    expect(await deliverSignOut(d.deps)).toBe(false);
    d.world.server = { '/auth/sign-out': refusal(401) };
    expect(await deliverSignOut(d.deps)).toBe(true);
  });
});

describe('[CL11] clearing this device', () => {
  it('deletes the copy before the same account is opened anew, and tells the other tabs after', async () => {
    const d = device(up);
    await d.session.signIn(input);
    d.log.length = 0;
    await d.session.clear();
    expect(d.log).toEqual(['close', 'delete me', 'open account', 'tell']);
    expect(d.stored.get('session')).toMatchObject({ account: { id: ME } });
  });

  it('without an account too: the next task is in a workspace of its own', async () => {
    const d = device();
    d.stored.set('localWorkspaceId', TEAM);
    await d.session.clear();
    expect(d.log).toEqual(['close', 'delete nobody', 'open nobody', 'tell']);
    expect(d.stored.has('localWorkspaceId')).toBe(false);
  });

  it('after a crash in between the next start knows what to delete', async () => {
    const d = device(up);
    await d.session.signIn(input);
    d.world.crashIn = 'delete';
    await expect(d.session.clear()).rejects.toThrow('crash');
    expect(d.stored.get('deleting')).toEqual(['nobody', ME]);
  });
});

describe('[CL11] [CL12] a page that stands still holds a database that is to be deleted', () => {
  it('signing in waits for that of nobody no more than anything else does', async () => {
    const d = device(up);
    d.world.heldOpen = 'nobody';
    expect(await d.session.signIn(input)).toMatchObject({ kind: 'ok' });
    void finishDeleting(d.deps);
    expect(await d.session.signOut('discard')).toEqual({ kind: 'done' });
    expect(await d.session.signIn(input)).toMatchObject({ kind: 'ok' });
    expect(d.stored.get('deleting')).toEqual(['nobody']);
  });

  it('what was deleted and opened anew while another was waited for is left alone', async () => {
    const d = device(up);
    d.stored.set('deleting', ['somebody', 'nobody']);
    d.world.heldOpen = 'somebody';
    const all = finishDeleting(d.deps);
    await finishDeleting(d.deps, 'nobody');
    d.world.letGo();
    await all;
    expect(d.log).toEqual(['delete nobody', 'delete somebody']);
  });
});

describe('[H46] everything was cleared but the cookies', () => {
  it('whoever they name is signed in again, and it is remembered to be said', async () => {
    const d = device({ ...up, '/auth/remembered': ok({ remembered: true }) });
    await d.session.comeBack();
    expect(d.stored.get('session')).toMatchObject({ account: { id: ME } });
    expect(d.stored.get('cleared')).toBe(ME);
    expect(d.log).toContain('open account');
  });

  it('also where the session has to be renewed first', async () => {
    const d = device({ '/auth/remembered': ok({ remembered: true }), '/auth/me': refusal(401) });
    d.world.renews = true;
    await d.session.comeBack();
    expect(d.log).toEqual(['/auth/remembered', '/auth/me', 'renew', '/auth/me']);
  });

  it('a first visit stays one', async () => {
    const d = device({ '/auth/remembered': ok({ remembered: false }) });
    await d.session.comeBack();
    expect([d.log, [...d.stored.keys()]]).toEqual([['/auth/remembered'], []]);
  });
});

describe('workspaces', () => {
  it('one that is no longer listed stays until the server says why', async () => {
    const d = device(up);
    await d.session.signIn(input);
    d.world.server = { '/auth/me': ok({ account, workspaces: [me.workspaces[1]] }) };
    await d.session.askMe();
    expect(d.stored.get('session')).toMatchObject({ workspaces: [{ id: HOME }, { id: TEAM }] });
    await d.session.show(TEAM);
    await d.session.left(TEAM);
    expect(d.stored.get('session')).toMatchObject({ workspaces: [{ id: HOME }], activeId: HOME });
  });
});

describe('two tabs over the same marks, whichever comes first', () => {
  /** The second begins a little later each time. */
  async function inEveryOrder(once: (later: <T>(work: () => Promise<T>) => Promise<T>) => Promise<void>) {
    for (let breaths = 0; breaths < 40; breaths++)
      await once(async (work) => {
        for (let n = 0; n < breaths; n++) await Promise.resolve();
        return work();
      });
  }

  it('[CL11] [H64] an answer that was on its way signs nobody in again', () =>
    inEveryOrder(async (later) => {
      const d = device(up);
      await d.session.signIn(input);
      d.world.server = { ...up, '/auth/me': ok({ ...me, account: { ...account, name: 'Ana M.' } }) };
      await Promise.all([d.session.askMe(), later(() => d.session.signOut('discard'))]);
      expect(d.stored.has('session')).toBe(false);
    }));

  it('[CL11] nor does a workspace that is opened, or left', () =>
    inEveryOrder(async (later) => {
      const d = device(up);
      await d.session.signIn(input);
      await Promise.all([
        d.session.signOut('discard'),
        later(() => d.session.show(TEAM)),
        later(() => d.session.left(TEAM)),
      ]);
      expect(d.stored.has('session')).toBe(false);
    }));

  it('[CL12] without an account both write into one workspace', () =>
    inEveryOrder(async (later) => {
      const { deps, stored } = device();
      let made = 0;
      const tab = { ...deps, newWorkspaceId: () => `workspace ${++made}` };
      const [one, other] = await Promise.all([localWorkspace(tab), later(() => localWorkspace(tab))]);
      expect([one, other]).toEqual([stored.get('localWorkspaceId'), one]);
    }));

  it('[CL11] [H63] a copy that is to be deleted is not forgotten while another goes', () =>
    inEveryOrder(async (later) => {
      const d = device(up);
      await d.session.signIn(input);
      d.stored.set('deleting', ['somebody']);
      await Promise.all([finishDeleting(d.deps), later(() => d.session.signOut('discard'))]);
      await finishDeleting(d.deps);
      expect(d.log).toContain('delete me');
      expect(d.stored.get('deleting')).toEqual([]);
    }));

  it('[H46] nor whose copies lie here', () =>
    inEveryOrder(async (later) => {
      const { deps, stored } = device();
      const opened = (accountId: string) => ({ accountId, isNew: Promise.resolve(true) });
      const before = await readMarks(deps.marks);
      await Promise.all([
        noteCopy(deps.marks, before, opened('ana')),
        later(() => noteCopy(deps.marks, before, opened('ben'))),
      ]);
      expect(stored.get('copies')).toEqual(['ana', 'ben']);
    }));
});
