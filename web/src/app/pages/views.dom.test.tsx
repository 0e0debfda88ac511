import 'fake-indexeddb/auto';
import { member } from '@holdfast/shared/entities/member';
import { project } from '@holdfast/shared/entities/project';
import { task as taskEntity } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { useComplete } from '../../features/tasks/use-complete';
import { actedHere } from '../../platform/stillness';
import { ANA, aTask, ME, openStage, type Stage } from '../../testing/show-page';
import { AssignedPage } from './assigned-page';
import { CompletedPage } from './completed-page';
import { InboxPage } from './inbox-page';
import { ProjectsPage } from './projects-page';
import { TodayPage } from './today-page';
import { TrashPage } from './trash-page';
import { UpcomingPage } from './upcoming-page';

let stage: Stage;
afterEach(() => stage.strike());

const props = {
  sync: null,
  banner: null,
  openTaskId: null,
  onComplete: async () => null,
  onNewTask: () => undefined,
};
const person = (n: number, accountId: string, name: string) =>
  build(member, { id: uuidOf(n), accountId, name, role: 'member' });
const both = [person(901, ME, 'Sam'), person(902, ANA, 'Ana')];

const titles = () => [...document.querySelectorAll('.row-title')].map((each) => each.textContent);
const headings = () => screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);

async function shown(page: ReactNode, first: string) {
  stage.show(page);
  await screen.findByText(first);
}

it('Today shows what is mine, and everyone’s when asked; the device remembers which', async () => {
  stage = await openStage('today-whose', { members: both });
  const dueOn = '2026-03-12';
  await stage.receive(taskEntity, aTask(1, { dueOn }), aTask(2, { dueOn, assigneeId: ANA }));
  await shown(<TodayPage {...props} />, 'Task 1');
  expect(titles()).toEqual(['Task 1']);
  fireEvent.click(screen.getAllByRole('radio', { name: 'Everyone' })[0] as HTMLElement);
  await waitFor(() => expect(titles()).toHaveLength(2));
  expect(await stage.read.meta(`view/${WORKSPACE}/today`)).toMatchObject({ whose: 'everyone' });
});

/** The Inbox with rows that are completed in earnest. */
function LiveInbox() {
  return <InboxPage {...props} onComplete={useComplete()} />;
}

it('a row that is finished keeps its words while it rests', async () => {
  stage = await openStage('row-rests');
  await stage.receive(taskEntity, aTask(1), aTask(2), aTask(3));
  await shown(<LiveInbox />, 'Task 3');
  const wordless: number[] = [];
  const observer = new MutationObserver(() =>
    wordless.push(document.querySelectorAll('.row').length - titles().length),
  );
  observer.observe(document.body, { childList: true, subtree: true });
  fireEvent.click(screen.getByRole('checkbox', { name: 'Complete: Task 2' }));
  await waitFor(() => expect(titles()).toHaveLength(2), { timeout: 4000 });
  observer.disconnect();
  expect(new Set(wordless)).toEqual(new Set([0]));
});

it('Today, when all is done, says what tomorrow has for me', async () => {
  stage = await openStage('today-done', { members: both });
  const completedAt = stage.ctx.now() - 1;
  await stage.receive(
    taskEntity,
    aTask(1, { status: 'done', completedAt }),
    aTask(2, { dueOn: '2026-03-13' }),
    aTask(3, { dueOn: '2026-03-13', createdBy: ANA }),
    aTask(4, { dueOn: '2026-03-14' }),
  );
  await shown(<TodayPage {...props} />, 'Nothing left today');
  expect(await screen.findByText('One task is done. Tomorrow has 1.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'See tomorrow' }).getAttribute('href')).toBe('/upcoming');
});

it('Projects counts what Inbox and Upcoming will show, and says what comes next in each project', async () => {
  stage = await openStage('projects-numbers', { members: both });
  const [shed, home] = [uuidOf(801), uuidOf(802)];
  await stage.receive(
    project,
    build(project, { id: shed, name: 'Boat shed', position: 'a1' }),
    build(project, { id: home, name: 'Home', position: 'a2' }),
  );
  await stage.receive(
    taskEntity,
    aTask(1, { projectId: shed, dueOn: '2026-03-10' }),
    aTask(2, { projectId: home, dueOn: '2026-03-12', dueTime: '16:00' }),
    aTask(3, { dueOn: '2026-03-13' }),
    aTask(4, { createdBy: ANA, dueOn: '2026-03-14' }),
    aTask(5, { createdBy: ANA }),
  );
  await shown(<ProjectsPage sync={null} banner={null} go={() => undefined} />, '1 open, 1 overdue');
  await screen.findByText('1 open, next: 16:00, Task 2');
  const lines = await waitFor(() => {
    const [inbox, upcoming] = screen.getAllByRole('link').map((each) => each.textContent);
    expect(upcoming).toMatch(/\d/);
    return { inbox, upcoming };
  });
  expect(lines).toEqual({ inbox: 'Inbox1', upcoming: 'Upcoming1' });
});

describe('Upcoming', () => {
  it('shows the days to come, the next seven even if they are free, and takes no second look at other days', async () => {
    stage = await openStage('upcoming');
    await stage.receive(
      taskEntity,
      aTask(1, { dueOn: '2026-03-12' }),
      aTask(2, { dueOn: '2026-03-13', dueTime: '09:00' }),
      aTask(3, { dueOn: '2026-03-13' }),
      aTask(4, { dueOn: '2026-05-01' }),
      aTask(5),
    );
    await shown(<UpcomingPage {...props} />, 'Task 4');
    expect(titles()).toEqual(['Task 3', 'Task 2', 'Task 4']);
    expect(headings()).toHaveLength(8);
    expect(headings()[0]).toBe('Tomorrow, Friday 13 March');
    // Its heading says the day: the row says the time alone.
    const when = [...document.querySelectorAll('.row')].map(
      (row) => row.querySelector('.row-when')?.textContent,
    );
    expect(when.join()).toBe(',09:00,');
  });

  it('shows what is mine, and everyone’s when asked; the device remembers which', async () => {
    stage = await openStage('upcoming-whose', { members: both });
    const dueOn = '2026-03-14';
    await stage.receive(
      taskEntity,
      aTask(1, { dueOn }),
      aTask(2, { dueOn, assigneeId: ANA }),
      aTask(3, { dueOn, createdBy: ANA }),
      aTask(4, { dueOn, createdBy: ANA, assigneeId: ME }),
    );
    await shown(<UpcomingPage {...props} />, 'Task 1');
    expect(titles()).toEqual(['Task 1', 'Task 4']);
    fireEvent.click(screen.getAllByRole('radio', { name: 'Everyone' })[0] as HTMLElement);
    await waitFor(() => expect(titles()).toHaveLength(4));
    const stored = await stage.read.meta(`view/${WORKSPACE}/upcoming`);
    expect(stored).toMatchObject({ whose: 'everyone' });
  });

  it('reads on at the end of what it has read', async () => {
    stage = await openStage('upcoming-long', { members: both });
    await stage.receive(
      taskEntity,
      ...Array.from({ length: 70 }, (_, n) => aTask(n + 1, { dueOn: '2026-03-13', assigneeId: ANA })),
      ...Array.from({ length: 40 }, (_, n) => aTask(n + 100, { dueOn: '2026-03-14' })),
    );
    await shown(<UpcomingPage {...props} />, 'Task 139');
  });
});

describe('Assigned to me', () => {
  it('finds what is mine in all projects, by date, and in groups of one’s own choice', async () => {
    stage = await openStage('assigned');
    await stage.receive(
      taskEntity,
      aTask(1, { assigneeId: ME, priority: 4 }),
      aTask(2, { assigneeId: ME, dueOn: '2026-03-10' }),
      aTask(3, { assigneeId: ANA }),
      aTask(4),
      aTask(5, { assigneeId: ME, status: 'done' }),
    );
    await shown(<AssignedPage {...props} />, 'Task 1');
    expect(titles()).toEqual(['Task 2', 'Task 1']);
    expect(headings()).toEqual(['Overdue', 'No date']);
    fireEvent.click(screen.getAllByRole('button', { name: 'Group: Date' })[0] as HTMLElement);
    const menu = await screen.findByRole('menu', { name: 'View' });
    fireEvent.click(within(menu).getAllByRole('menuitemradio', { name: 'Priority' })[0] as HTMLElement);
    await waitFor(() => expect(headings()).toEqual(['Urgent', 'Normal']));
  });
});

describe('Inbox', () => {
  it('shows mine first where others are, and whoever has nothing sees that it is clear', async () => {
    stage = await openStage('inbox', { members: both });
    await stage.receive(taskEntity, aTask(1, { createdBy: ANA }));
    await shown(<InboxPage {...props} />, 'The inbox is clear');
    fireEvent.click(screen.getAllByRole('radio', { name: 'Everyone' })[0] as HTMLElement);
    await screen.findByText('Task 1');
  });
});

describe('Completed', () => {
  it('lists by day what was finished, the newest first', async () => {
    stage = await openStage('completed');
    const at = (time: string) => ({ status: 'done' as const, completedAt: new Date(time).getTime() });
    await stage.receive(
      taskEntity,
      aTask(1, at('2026-03-12T08:00')),
      aTask(2, at('2026-03-11T23:59')),
      aTask(3, at('2026-03-12T09:00')),
      aTask(4, at('2026-03-01T09:00')),
      aTask(5),
    );
    await shown(<CompletedPage {...props} />, 'Task 1');
    expect(titles()).toEqual(['Task 3', 'Task 1', 'Task 2', 'Task 4']);
    expect(headings()).toEqual(['Today', 'Yesterday', 'Sunday 1 March']);
  });
});

describe('Trash', () => {
  it('brings a task back, says so, and shows nothing that is older than 90 days', async () => {
    stage = await openStage('trash');
    const days = (n: number) => ({ deletedAt: stage.ctx.now() - n * 86_400_000, version: 1 });
    await stage.receive(taskEntity, aTask(1, days(3)), aTask(2, days(1)), aTask(3, days(91)), aTask(4));
    await shown(<TrashPage {...props} />, 'Task 1');
    expect(titles()).toEqual(['Task 2', 'Task 1']);
    expect(screen.getByText('87 days left')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Restore Task 1' }));
    await waitFor(() => expect(titles()).toEqual(['Task 2']));
    const said = screen.getByRole('region', { name: 'Messages' });
    await waitFor(() => expect(said.innerHTML).toContain('Restored <b>Task 1</b>'));
    expect(await stage.read.row('task', WORKSPACE, uuidOf(1))).toMatchObject({ deletedAt: null });
  });
});

describe('what comes from elsewhere', () => {
  it('moves nothing under a finger: it waits until the page is still, while rows change in their places', async () => {
    stage = await openStage('still');
    const dueOn = '2026-03-14';
    await stage.receive(taskEntity, aTask(1, { dueOn }), aTask(2, { dueOn }));
    await shown(<UpcomingPage {...props} />, 'Task 1');
    await waitFor(() => expect(actedHere()).toBe(false));
    fireEvent.pointerMove(document.body);
    const stirring = setInterval(() => fireEvent.pointerMove(document.body), 100);
    await stage.receive(taskEntity, aTask(2, { dueOn: '2026-03-13', title: 'Task 2, moved' }));
    await screen.findByText('Task 2, moved');
    expect(titles()).toEqual(['Task 1', 'Task 2, moved']);
    clearInterval(stirring);
    await waitFor(() => expect(titles()).toEqual(['Task 2, moved', 'Task 1']));
  });

  it.each([0, 1_200])(
    'what is done here is shown at once, also under the finger: stored in %i ms',
    async (ms) => {
      stage = await openStage(`own${ms}`);
      const { transaction } = stage.ctx.store;
      const slow = async (mode: 'read' | 'relaxed' | 'strict', ...rest: [never]) => {
        if (mode === 'strict') await new Promise((resolve) => setTimeout(resolve, ms));
        return transaction(mode, ...rest);
      };
      Object.assign(stage.ctx.store, { transaction: slow });
      const dueOn = '2026-03-14';
      await stage.receive(taskEntity, aTask(1, { dueOn }), aTask(2, { dueOn, version: 1 }));
      await shown(<UpcomingPage {...props} />, 'Task 2');
      fireEvent.focus(screen.getByRole('link', { name: /Task 2/ }));
      fireEvent.click(await screen.findByRole('button', { name: 'More: Task 2' }));
      const item = await screen.findByRole('menuitem', { name: 'Tomorrow' });
      // As long as something stirs, only what is done here moves.
      const stirring = setInterval(() => fireEvent.pointerMove(document.body), 100);
      fireEvent.click(item);
      await waitFor(() => expect(titles()).toEqual(['Task 2', 'Task 1']));
      clearInterval(stirring);
    },
  );
});
