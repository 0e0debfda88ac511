import 'fake-indexeddb/auto';
import { task as taskEntity } from '@holdfast/shared/entities/task';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aTask, ME, openStage, type Stage } from '../../testing/show-page';
import { type Session, SessionProvider } from '../account/session-context';
import { claimReminders } from './claim';
import { ReminderWatch } from './reminder-watch';

let open: Stage;
let shown: { title: string; tag: string }[];
let closed: string[];
/** As where the worker is not active yet. */
let refuses = false;
const gone: string[] = [];

/** The one thing that no test page has: a browser's notifications. */
function allowNotifications(permission: NotificationPermission) {
  vi.stubGlobal('Notification', Object.assign(class {}, { permission }));
  const registration = {
    showNotification: async (title: string, { tag }: { tag: string }) => {
      if (refuses) throw new TypeError('no active registration');
      shown.push({ title, tag });
    },
    getNotifications: async ({ tag }: { tag: string }) => [{ close: () => void closed.push(tag) }],
  };
  vi.stubGlobal('navigator', {
    ...navigator,
    serviceWorker: {
      getRegistration: async () => registration,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    },
  });
}

beforeEach(async () => {
  shown = [];
  closed = [];
  refuses = false;
  open = await openStage('reminders');
});
afterEach(async () => {
  await open.strike();
  vi.unstubAllGlobals();
});

const minute = 60_000;
const session = () =>
  ({
    workspaces: [{ id: open.ctx.workspaceId }],
    openWorkspace: async () => undefined,
  }) as unknown as Session;
const watch = () =>
  open.show(
    <SessionProvider value={session()}>
      <ReminderWatch go={(path) => gone.push(path)} />
    </SessionProvider>,
  );
const bring = (n: number, remindAt: number, values = {}) =>
  open.receive(taskEntity, aTask(n, { remindAt, assigneeId: ME, ...values }));

describe('reminders on this device', () => {
  it('come once, as a notification where that is allowed; done elsewhere they go', async () => {
    allowNotifications('granted');
    await bring(1, open.ctx.now() - minute);
    await bring(2, open.ctx.now() + 60 * minute);
    await bring(3, open.ctx.now() - 2 * minute, { status: 'done' });
    watch();
    await waitFor(() => expect(shown.map(({ title }) => title)).toEqual(['Task 1']));
    await bring(1, open.ctx.now() - minute, { status: 'done' });
    await waitFor(() => expect(closed).toContain(shown[0]?.tag));
    cleanup();
    watch();
    await bring(4, open.ctx.now() - minute);
    await waitFor(() => expect(shown.map(({ title }) => title)).toEqual(['Task 1', 'Task 4']));
  });

  it('two tabs at once: one of them shows it', async () => {
    allowNotifications('granted');
    await bring(1, open.ctx.now() - minute);
    watch();
    watch();
    await waitFor(() => expect(shown).toHaveLength(1));
    const due = [{ id: 'x', remindAt: 5 }];
    const claims = await Promise.all([1, 2, 3].map(() => claimReminders(open.ctx.store, due, 6)));
    expect(claims.map((mine) => mine.length).toSorted()).toEqual([0, 0, 1]);
    expect(shown).toHaveLength(1);
  });

  it('without notifications they are said inside the app, and lead to the task', async () => {
    allowNotifications('denied');
    await bring(1, open.ctx.now() - minute);
    watch();
    (await screen.findByRole('button', { name: 'Open' })).click();
    await waitFor(() => expect(gone).toEqual([`/t/${aTask(1).id}`]));
    expect(shown).toEqual([]);
  });

  it('one inside the app goes when it is done elsewhere', async () => {
    allowNotifications('denied');
    await bring(1, open.ctx.now() - minute);
    watch();
    await screen.findByText('Task 1');
    await bring(1, open.ctx.now() - minute, { status: 'done' });
    await waitFor(() => expect(screen.queryByText('Task 1')).toBeNull());
  });

  it('one that the browser refuses to show is said inside the app', async () => {
    allowNotifications('granted');
    refuses = true;
    await bring(1, open.ctx.now() - minute);
    watch();
    await screen.findByText('Task 1');
    expect(shown).toEqual([]);
  });
});
