import 'fake-indexeddb/auto';
import { conflict } from '@holdfast/shared/entities/conflict';
import { label } from '@holdfast/shared/entities/label';
import { member } from '@holdfast/shared/entities/member';
import { project } from '@holdfast/shared/entities/project';
import { section } from '@holdfast/shared/entities/section';
import { task as taskEntity } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { screen, waitFor } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mutate } from '../../db/mutate';
import { AccountPage } from '../../features/account/account-page';
import { AuthPage } from '../../features/account/auth-page';
import { type Session, SessionProvider } from '../../features/account/session-context';
import { HistorySection } from '../../features/history/history-section';
import { type AppState, AppStateProvider } from '../../features/install/app-state-context';
import { MembersPage } from '../../features/members/members-page';
import { ReviewPage } from '../../features/merges/review-page';
import { NewProject } from '../../features/projects/new-project';
import { SettingsPage } from '../../features/settings/settings-page';
import { SyncCentrePage } from '../../features/sync/sync-centre-page';
import { SyncProvider } from '../../features/sync/sync-context';
import { SyncStatusPill } from '../../features/sync/sync-status';
import { FirstRun } from '../../features/welcome/first-run';
import { leftInEnglish, pseudo, speakPseudo } from '../../testing/pseudo-language';
import { ANA, aTask, ME, openStage, type Stage } from '../../testing/show-page';
import { syncView } from '../../testing/sync-view';
import { KeySheet } from '../commands/key-sheet';
import { OpenTask } from '../task-overlay';
import { AssignedPage } from './assigned-page';
import { BoardPage } from './board-page';
import { CompletedPage } from './completed-page';
import { FilterPage } from './filter-page';
import { InboxPage } from './inbox-page';
import { MorePage } from './more-page';
import { NotFoundPage } from './not-found-page';
import { ProjectPage } from './project-page';
import { ProjectsPage } from './projects-page';
import { TodayPage } from './today-page';
import { TrashPage } from './trash-page';
import { UpcomingPage } from './upcoming-page';

const [P, L, T] = [uuidOf(0x9), uuidOf(0x8), uuidOf(1)];
const shed = build(project, { id: P, name: 'Λιμάνι', position: 'a0' });
const rope = build(label, { id: L, name: 'σχοινί' });
const person = (n: number, accountId: string, name: string) =>
  build(member, { id: uuidOf(n), accountId, name, role: 'owner' });
const members = [person(901, ME, 'Σαμ'), person(902, ANA, 'Άννα')];

const session = {
  standing: 'in',
  account: { id: ME, email: 'σ@λ.ελ', name: 'Σαμ' },
  workspaces: [{ id: WORKSPACE, name: 'Λιμάνι', role: 'owner', personal: false }],
  workspaceId: WORKSPACE,
  deviceName: '1',
  send: async () => ({ kind: 'unreachable' }),
} as unknown as Session;
const app = {
  version: '1.0',
  build: '1',
  update: 'current',
  install: 'none',
  offlineSupport: 'yes',
  storage: 'fine',
  cleared: false,
} as unknown as AppState;
const list = {
  sync: <SyncStatusPill />,
  banner: null,
  openTaskId: null,
  onComplete: async () => null,
  onNewTask: () => undefined,
};
const nothing = () => undefined;

let stage: Stage;
let speakEnglish: () => void;

/** Greek is what people wrote; what the app says itself is the pseudo-language. */
beforeEach(async () => {
  speakEnglish = speakPseudo();
  stage = await openStage('language', { projects: [shed], labels: [rope], members });
  await stage.receive(project, shed);
  await stage.receive(label, rope);
  await stage.receive(member, ...members);
  await stage.receive(
    section,
    build(section, { id: uuidOf(7), projectId: P, name: 'Στέγη', position: 'a0' }),
  );
  const task = (n: number, values: object) => aTask(n, { title: `Σχοινί ${n}`, version: 1, ...values });
  await stage.receive(
    taskEntity,
    task(1, { dueOn: '2026-03-12', dueTime: '15:00', priority: 4, labels: [L], description: 'Κόκκινο' }),
    task(2, { dueOn: '2026-03-10', assigneeId: ME, projectId: P, recurrence: 'FREQ=WEEKLY' }),
    task(3, { dueOn: '2026-03-20', projectId: P, sectionId: uuidOf(7), estimateMinutes: 90 }),
    task(4, {
      status: 'blocked',
      blockedReason: 'Βροχή',
      projectId: P,
      assigneeId: ANA,
      dueOn: '2026-03-12',
    }),
    task(5, { status: 'done', completedAt: Date.parse('2026-03-12T08:00:00'), dueOn: '2026-03-12' }),
    task(6, { deletedAt: Date.parse('2026-03-11T08:00:00') }),
    task(7, { dependsOn: [T], startOn: '2026-03-13', remindAt: Date.parse('2026-03-13T08:00:00') }),
  );
});
afterEach(async () => {
  speakEnglish();
  await stage.strike();
});

async function show(page: ReactNode, first: string | RegExp): Promise<void> {
  stage.show(
    <SessionProvider value={session}>
      <AppStateProvider value={app}>
        <SyncProvider value={syncView({ statement: SAVED })}>
          <Suspense fallback={null}>{page}</Suspense>
        </SyncProvider>
      </AppStateProvider>
    </SessionProvider>,
  );
  await screen.findAllByText(first);
}
const SAVED = { kind: 'saved', text: '✓', second: '', count: null, fraction: null } as const;

it.each<[string, ReactNode, string | RegExp]>([
  ['Today', <TodayPage key="p" {...list} />, 'Σχοινί 1'],
  ['Inbox', <InboxPage key="p" {...list} />, 'Σχοινί 1'],
  ['Upcoming', <UpcomingPage key="p" {...list} />, 'Σχοινί 3'],
  ['assigned to me', <AssignedPage key="p" {...list} />, 'Σχοινί 2'],
  ['what was done', <CompletedPage key="p" {...list} />, 'Σχοινί 5'],
  ['the trash', <TrashPage key="p" {...list} />, 'Σχοινί 6'],
  ['a project', <ProjectPage key="p" {...list} id={P} onGone={nothing} />, 'Σχοινί 3'],
  ['a board', <BoardPage key="p" {...list} id={P} onGone={nothing} onNewTaskIn={nothing} />, 'Σχοινί 4'],
  ['projects', <ProjectsPage key="p" sync={null} banner={null} go={nothing} />, 'Λιμάνι'],
  ['a new filter', <FilterPage key="p" {...list} id={null} go={nothing} />, /·$/],
  ['more', <MorePage key="p" />, /·$/],
  ['settings', <SettingsPage key="p" onAllKeys={nothing} />, /·$/],
  ['the account', <AccountPage key="p" />, /·$/],
  [
    'an open task',
    <OpenTask
      key="p"
      id={T}
      onClose={nothing}
      onRetry={nothing}
      onComplete={list.onComplete}
      editTitle={false}
    />,
    'Κόκκινο',
  ],
  ['the sheet of keys', <KeySheet key="p" onClose={nothing} />, /·$/],
  ['signing up', <AuthPage key="p" mode="sign-up" />, /·$/],
  ['signing in', <AuthPage key="p" mode="sign-in" />, /·$/],
  ['people', <MembersPage key="p" />, 'Άννα'],
  ['a new project', <NewProject key="p" open onClose={nothing} onMade={nothing} />, /·$/],
  ['no such page', <NotFoundPage key="p" />, /·$/],
])('%s takes all its words from the file of the language', async (_, page, first) => {
  await show(page, first);
  expect(leftInEnglish()).toEqual([]);
});

it('the welcome: English is only what is typed, for the reader of dates', async () => {
  await show(<FirstRun />, /·$/);
  expect(leftInEnglish()).toEqual(['every sunday', 'tomorrow 10am', '!high', '15 april', '#school']);
});

/** Each changes one thing in the same way that its action does. */
const DEEDS: readonly (readonly [name: string, field: string, from: unknown, to: unknown])[] = [
  ['task.rename', 'title', 'Σχοινί 1', 'Σκοινί'],
  ['task.describe', 'description', 'Κόκκινο', 'Μπλε'],
  ['task.set_status', 'status', 'todo', 'in_progress'],
  ['task.set_priority', 'priority', 4, 1],
  ['task.schedule', 'dueOn', '2026-03-12', '2026-03-14'],
  ['task.move', 'projectId', null, P],
  ['task.assign', 'assigneeId', null, ANA],
  ['task.label', 'labels', [L], []],
  ['task.repeat', 'recurrence', null, 'FREQ=DAILY'],
  ['task.estimate', 'estimateMinutes', null, 30],
  ['task.remind', 'remindAt', null, 1],
  ['task.set_start', 'startOn', null, '2026-03-13'],
  ['task.complete', 'status', 'in_progress', 'done'],
  ['task.reopen', 'status', 'done', 'todo'],
];

async function doAll(): Promise<void> {
  for (const [name, field, from, to] of DEEDS) {
    const op = { op: 'patch', entity: 'task', id: T, base: 1, changes: { [field]: { from, to } } } as never;
    await mutate(stage.ctx, { workspaceId: WORKSPACE, name, ops: [op] });
  }
}

const side = (accountId: string, n: number) => ({
  id: uuidOf(n),
  accountId,
  at: n,
  name: '1',
  offline: true,
});
const aConflict = (n: number, values: object) =>
  build(conflict, {
    id: uuidOf(n),
    entity: 'task',
    rowId: T,
    field: 'title',
    base: 'Σχοινί',
    mine: 'Σχοινί μπλε',
    theirs: 'Σχοινί κόκκινο',
    result: 'Σχοινί 1',
    state: 'open',
    forAccountId: ME,
    at: Date.parse('2026-03-12T08:00:00'),
    devices: [side(ME, 0xd1), side(ANA, 0xd2)],
    ...values,
  });

it('the sync centre: what waits, what was done, what was joined and what is asked', async () => {
  await doAll();
  const joined = (n: number, field: string, mine: unknown, theirs: unknown) =>
    aConflict(n, { field, mine, theirs, result: theirs, state: 'auto', forAccountId: null });
  await stage.receive(
    conflict,
    aConflict(0x50, {}),
    joined(0x51, 'dueOn', '2026-03-13', null),
    joined(0x52, 'position', 'a1', 'a2'),
    joined(0x53, 'deletedAt', 1, null),
    joined(0x54, 'labels', [L], []),
    joined(0x55, 'priority', 1, 3),
  );
  await show(<SyncCentrePage />, /Σκοινί/);
  for (const part of ['Need you', 'Waiting here', 'Things you did', 'Joined without a question'])
    await screen.findByText(pseudo(part));
  expect(leftInEnglish()).toEqual([]);
});

it('a review', async () => {
  await stage.receive(
    conflict,
    aConflict(0x50, {}),
    aConflict(0x56, { field: 'assigneeId', mine: ME, theirs: ANA, result: ANA, base: null }),
  );
  await show(<ReviewPage id={T} go={nothing} />, /Σχοινί/);
  await waitFor(() => expect(document.querySelectorAll('.review h1')).toHaveLength(1));
  expect(leftInEnglish()).toEqual([]);
});

it('the history of a task', async () => {
  await doAll();
  const task = await stage.read.row('task', WORKSPACE, T);
  if (!task) throw new Error('no task');
  await show(<HistorySection task={task} />, /·$/);
  await waitFor(() => expect(document.querySelectorAll('.event').length).toBeGreaterThan(5));
  expect(leftInEnglish()).toEqual([]);
});
