// @ts-nocheck
import '../main.css';
import { ENTITIES } from '@holdfast/shared/entities/index';
import { memberId, newId } from '@holdfast/shared/sync/ids';
import { createRoot } from 'react-dom/client';
import { HoldfastDatabase } from '../db/db';
import { createDexieStore } from '../db/dexie-store';
import { rowKey } from '../db/local-store';
import { createReader } from '../db/reader';
import { SessionProvider } from '../features/account/session-context';
import { AppStateProvider } from '../features/install/app-state-context';
import { ThemeKeeper } from '../features/settings/theme-keeper';
import { SyncProvider } from '../features/sync/sync-context';
import { addTask, completeTask, renameTask, scheduleTask, setStatus } from '../features/tasks/actions';
import { now, randomBytes } from '../platform/entropy';
import { App } from './app';

const q = new URLSearchParams(location.search);
const state = q.get('state') ?? 'saved';
const path = q.get('path') ?? '/sync';
const none = state === 'none' || state === 'welcome';
const W = '01890a5d-ac96-774b-bcce-b302099a8057',
  P = '01890a5d-ac96-774b-bcce-b302099a8058',
  ME = '01890a5d-ac96-774b-bcce-b302099a80aa';
const name = `look-${state}`;
await new Promise((r) => {
  const d = indexedDB.deleteDatabase(name);
  d.onsuccess = r;
  d.onblocked = r;
  d.onerror = r;
});
const db = new HoldfastDatabase(name);
await db.open();
const store = createDexieStore(db);
const ctx = {
  store,
  accountId: none ? '' : ME,
  onWrite: () => {},
  workspaceId: W,
  read: createReader(db),
  now,
  randomBytes,
};
const base = (id, extra) => ({
  id,
  workspaceId: W,
  version: 5,
  stamps: { _: [5, now() - 1e6, 'dev'] },
  createdAt: now() - 1e7,
  createdBy: ME,
  updatedAt: now() - 1e6,
  deletedAt: null,
  ...extra,
});
const people = [
  ['Ruth Adeyemi', 'owner', 1],
  ['Sam Okafor', 'admin', 0],
  ['Ana Ferreira', 'member', 2],
  ['Jonas Lind', 'member', 3],
  ['Omar Haddad', 'member', 4],
  ['Mei Tan', 'viewer', 5],
];
const acc = (n) => (n === 0 ? ME : `01890a5d-ac96-774b-bcce-b302099a80b${n}`);
const uid = (n) => `01890a5d-ac96-774b-bcce-b302099a9${String(n).padStart(3, '0')}`;
const proj = [
  ['Home', '1'],
  ['Boat shed fit-out', '2'],
  ['Spring catalogue', '3'],
  ['Website relaunch', '5'],
  ['Harbour grant', '4'],
];
if (!none)
  await store.transaction('strict', async (tx) => {
    await tx.putRow('workspace', base(W, { name: 'Harbour Studio' }));
    for (const [i, [n, role, a]] of people.entries())
      await tx.putRow(
        'member',
        base(memberId(W, acc(a)), {
          accountId: acc(a),
          name: n,
          avatar: null,
          role,
          lastSeenAt: now() - a * 3.1e7,
          removedAt: null,
        }),
      );
    for (const [i, [n, c]] of proj.entries())
      await tx.putRow('project', base(uid(i), { name: n, color: c, position: `a${i}`, archivedAt: null }));
  });
if (state !== 'welcome') {
  const add = async (title, projectId) => (await addTask(ctx, { title, projectId })).rows.at(-1);
  const a = await add('Water the seedlings', none ? null : uid(0));
  const b = await add('Order 40 m of marine rope', none ? null : uid(1));
  const c = await add('Pay the studio rent', none ? null : uid(0));
  await add('Buy seed compost', null);
  const d = await add('Strip and oil the double doors', none ? null : uid(1));
  if (!none) {
    await completeTask(ctx, a);
    await setStatus(ctx, b, 'in_progress');
    await scheduleTask(ctx, c, { dueOn: '2026-11-27', dueTime: '09:00' });
    const box = await store.transaction('read', (tx) => tx.outbox());
    await store.transaction('strict', async (tx) => {
      if (state === 'saved' || state === 'attention')
        for (const e of box) {
          await tx.deleteOutbox(W, e.seq);
          await tx.putAcked({
            workspaceId: W,
            mutation: e.mutation,
            rows: e.rows,
            version: 5,
            ackedAt: now() - e.seq * 1000,
            outcome: 'applied',
            passed: 1,
          });
        }
      if (state === 'attention' || state === 'viewer') {
        const create = uid(900);
        const m = (id, seq, nm, ops) => ({
          id,
          seq,
          schema: 1,
          at: now() - 1e6,
          seen: null,
          name: nm,
          group: null,
          ops,
        });
        await tx.putRejected({
          workspaceId: W,
          mutation: m(newId(ctx), 50, 'task.describe', [
            {
              op: 'patch',
              entity: 'task',
              id: b.id,
              base: 5,
              after: null,
              guard: false,
              changes: {
                description: {
                  from: '',
                  to: 'Page 4 still shows the 2024 price for the double kayak. Should we fix it before the fair?',
                },
              },
            },
          ]),
          rows: [rowKey(W, 'task', b.id)],
          code: 'forbidden',
          rejectedAt: now(),
        });
        await tx.putRejected({
          workspaceId: W,
          mutation: m(newId(ctx), 51, 'task.add', [
            {
              op: 'create',
              entity: 'task',
              id: create,
              base: 0,
              after: null,
              guard: false,
              changes: {
                title: { from: null, to: 'Ring the harbour office' },
                position: { from: null, to: 'a5' },
              },
            },
          ]),
          rows: [rowKey(W, 'task', create)],
          code: 'invalid',
          rejectedAt: now() - 5,
        });
        await tx.putRejected({
          workspaceId: W,
          mutation: m(newId(ctx), 52, 'task.describe', [
            {
              op: 'patch',
              entity: 'task',
              id: create,
              base: 0,
              after: null,
              guard: false,
              changes: { description: { from: '', to: 'About the crane on Friday.' } },
            },
          ]),
          rows: [rowKey(W, 'task', create)],
          code: 'parent_rejected',
          rowId: create,
          rejectedAt: now() - 4,
        });
        await tx.putRow(
          'conflict',
          base(uid(800), {
            entity: 'task',
            rowId: b.id,
            field: 'title',
            base: 'Order 40 m of rope',
            mine: 'Order 40 m of floating rope',
            theirs: 'Order 40 m of marine rope',
            result: 'Order 40 m of marine rope',
            state: 'open',
            forAccountId: ME,
            at: now() - 1.5e6,
            devices: ['d1', 'd2'],
          }),
        );
      }
    });
  }
}
const S = {
  saved: ['saved', 'Everything is saved', 'Everyone has it, 09:41', null],
  offline: ['offline-waiting', 'Offline, 8 changes saved here', 'They go out by themselves', 8],
  waiting: ['waiting', '8 changes saved here', 'Sending when the signal holds', 8],
  syncing: ['syncing', 'Syncing 340 of 1,000', 'Keep working', 660],
  attention: ['needs-you', '3 need you', 'The rest is saved', 3],
  none: ['no-account', 'Saved on this device', 'Sign up to have it elsewhere', null],
  welcome: ['no-account', 'Saved on this device', 'Sign up to have it elsewhere', null],
  out: [
    'signed-out',
    "You're signed out. Your 8 waiting changes stay here and go out when you sign in.",
    'Sign in',
    8,
  ],
}[state];
const waiting = S[0] === 'saved' || S[0] === 'needs-you' || none ? 0 : 8;
const sync = {
  statement: {
    kind: S[0],
    text: S[1],
    second: S[2],
    count: S[3],
    fraction: state === 'syncing' ? 0.34 : null,
  },
  waiting,
  needsYou: state === 'attention' ? 3 : 0,
  offline: state === 'offline' || q.has('off'),
  serverTrouble: false,
  nextTryAt: null,
  needsUpdate: false,
  moving: state === 'syncing' ? { done: 340, total: 1000 } : null,
  asOf: none ? null : now() - 29 * 60000,
  alone: false,
  unknownWorkspaces: [],
  syncNow: () => {},
};
const ws = [
  { id: W, name: 'Harbour Studio', role: 'admin', personal: false },
  { id: P, name: 'Sam Okafor', role: 'owner', personal: true },
];
const fails = { kind: 'refused', status: 409, code: 'email_taken', retryAfterMs: null };
const answer = async (r) => {
  await new Promise((x) => setTimeout(x, 300));
  if (r.path.endsWith('/invites'))
    return {
      kind: 'ok',
      status: 201,
      build: null,
      body: {
        token: 't',
        url: 'https://holdfast.example/join#tide-4k9-long-token-here',
        expiresAt: now() + 6e8,
      },
    };
  if (r.path.endsWith('/preview'))
    return q.has('bad')
      ? { kind: 'refused', status: 404, code: 'invite_invalid', problem: {}, retryAfterMs: null, build: null }
      : {
          kind: 'ok',
          status: 200,
          build: null,
          body: { workspaceName: 'Harbour Studio', inviterName: 'Ruth Adeyemi', role: 'member' },
        };
  return { kind: 'ok', status: 200, build: null, body: {} };
};
const session = {
  standing: none ? 'none' : state === 'out' ? 'out' : 'in',
  account: none ? null : { id: ME, email: 'sam@harbour.example', name: 'Sam Okafor' },
  workspaces: none ? [{ id: W, name: 'On this device', role: 'owner', personal: true }] : ws,
  workspaceId: W,
  deviceName: 'Chrome on Linux',
  send: answer,
  signUp: async () => {
    await new Promise((x) => setTimeout(x, 400));
    return fails;
  },
  signIn: async () => ({ kind: 'unreachable' }),
  signOut: async (l) => {
    window.left = l;
  },
  openWorkspace: (id) => {
    window.opened = id;
  },
  createWorkspace: async () => fails,
  refresh: async () => ({ kind: 'ok' }),
};
const app = {
  version: '0.1.0',
  build: 'a1b2c3',
  update: 'current',
  acceptUpdate() {},
  install: q.get('install') ?? 'none',
  askInstall: async () => false,
  offlineSupport: 'yes',
  storage: 'fine',
};
Object.assign(window, { store, db });
history.replaceState(null, '', path);
const theme = q.get('theme');
if (theme) await store.transaction('strict', (tx) => tx.putMeta('preference/theme', theme));
createRoot(document.getElementById('root')).render(
  <AppStateProvider value={app}>
    <SessionProvider value={session}>
      <SyncProvider value={sync}>
        <App db={db} ctx={ctx}>
          <ThemeKeeper />
        </App>
      </SyncProvider>
    </SessionProvider>
  </AppStateProvider>,
);
