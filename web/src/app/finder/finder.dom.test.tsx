import 'fake-indexeddb/auto';
import { task as taskEntity } from '@holdfast/shared/entities/task';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readQuery } from '../../features/filters/query';
import { createSearch, type SearchPort } from '../../features/search/search-client';
import { searchHere } from '../../features/search/search-here';
import { createSearchHost } from '../../features/search/search-host';
import { SyncProvider, type SyncView } from '../../features/sync/sync-context';
import { aTask, openStage, type Stage } from '../../testing/show-page';
import { COMMANDS } from '../commands/commands';
import { useCommandWorld } from '../commands/use-command-world';
import { Finder } from './finder';

let stage: Stage;
let count = 0;
const gone: string[] = [];
beforeEach(async () => {
  count += 1;
  gone.length = 0;
  stage = await openStage(`finder-${count}`);
});
afterEach(async () => {
  searchHere.get()?.end();
  searchHere.set(null);
  await stage.strike();
});

/** The worker's side in this very thread. */
function searchInThisThread(): void {
  let heard: Parameters<SearchPort['hear']>[0] = () => undefined;
  const host = createSearchHost({
    now: stage.ctx.now,
    send: (message) => queueMicrotask(() => heard(message)),
  });
  const port: SearchPort = {
    post: host,
    hear: (listener) => {
      heard = listener;
    },
    end: () => {
      heard = () => undefined;
    },
  };
  searchHere.set(createSearch(port, { database: stage.db.name, workspaceId: stage.ctx.workspaceId }));
}

const sync = { offline: true } as SyncView;

function Stand({ taskIds }: { taskIds: readonly string[] }) {
  const field = useRef<HTMLInputElement>(null);
  const world = useCommandWorld(
    {
      boardPath: '/p/1/board',
      go: (path) => gone.push(path),
      newTask: () => gone.push('new'),
      close: () => false,
      editTitle: () => undefined,
    },
    { find: () => undefined, choose: (what) => gone.push(what), help: () => gone.push('help') },
    taskIds,
  );
  return (
    <SyncProvider value={sync}>
      <Finder world={world} field={field} about={null} onDone={() => undefined} />
    </SyncProvider>
  );
}

const type = (words: string) => fireEvent.change(screen.getByRole('combobox'), { target: { value: words } });
const press = (key: string, how: object = {}) =>
  fireEvent.keyDown(screen.getByRole('combobox'), { key, ...how });
const marked = () => screen.getByRole('option', { selected: true }).textContent;

it('finds tasks, opens the marked one, and remembers what was searched for', async () => {
  await stage.receive(taskEntity, aTask(1, { title: 'Order rope' }), aTask(2, { title: 'Rope the dinghy' }));
  searchInThisThread();
  stage.show(<Stand taskIds={[]} />);
  type('rope');
  const first = await screen.findByRole('option', { name: /Order rope/ });
  expect(within(first).getByText('rope').tagName).toBe('MARK');
  const before = marked();
  press('ArrowDown');
  expect(marked()).not.toBe(before);
  press('ArrowUp');
  press('Enter');
  expect(gone[0]).toMatch(/^\/t\//);
  type('');
  expect(await screen.findByRole('option', { name: 'rope' })).toBeTruthy();
});

it('keeps done ones behind a switch, and says where there is nothing', async () => {
  await stage.receive(taskEntity, aTask(1, { title: 'Order rope', status: 'done', completedAt: 1 }));
  searchInThisThread();
  stage.show(<Stand taskIds={[]} />);
  type('rope');
  fireEvent.click(await screen.findByRole('option', { name: 'Show 1 done task' }));
  expect(await screen.findByRole('option', { name: /Order rope/ })).toBeTruthy();
  type('nowhere');
  expect(await screen.findByText(/Nothing here says “nowhere”/)).toBeTruthy();
});

it('has every command of the list that can be run, and runs it', async () => {
  stage.show(<Stand taskIds={[]} />);
  const listed = COMMANDS.filter(
    ({ onPageOnly, where, wideOnly }) => !onPageOnly && !wideOnly && where !== 'tasks',
  );
  expect(screen.getAllByRole('option')).toHaveLength(listed.length);
  type('settings');
  press('Enter');
  expect(gone).toEqual(['/settings']);
});

it('acts on the tasks in hand', async () => {
  await stage.receive(taskEntity, aTask(1), aTask(2));
  stage.show(<Stand taskIds={[String(aTask(1).id), String(aTask(2).id)]} />);
  type('due today');
  press('Enter');
  await expect
    .poll(async () => (await stage.read.everywhere('task')).map(({ dueOn }) => dueOn))
    .toEqual(['2026-03-12', '2026-03-12']);
});

it('adds what was typed as a task', async () => {
  stage.show(<Stand taskIds={[]} />);
  type('Varnish the oars');
  press('Enter', { ctrlKey: true });
  await expect
    .poll(async () => (await stage.read.everywhere('task')).map(({ title }) => title))
    .toEqual(['Varnish the oars']);
});

it('saves what is searched for as a filter, and opens it', async () => {
  searchInThisThread();
  stage.show(<Stand taskIds={[]} />);
  type('  rope ');
  fireEvent.click(screen.getByRole('button', { name: 'Mine' }));
  fireEvent.click(await screen.findByRole('option', { name: 'Save this search as a filter' }));
  await waitFor(() => expect(gone[0]).toMatch(/^\/f\//));
  const [filter] = await stage.read.everywhere('filter');
  expect(gone[0]).toBe(`/f/${filter?.id}`);
  expect(filter?.name).toBe('rope');
  expect(readQuery(filter?.query ?? '')?.parts).toEqual([{ text: 'rope' }, { person: ['me'] }]);
});
