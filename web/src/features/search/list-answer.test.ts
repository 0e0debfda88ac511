import 'fake-indexeddb/auto';
import type { Task } from '@holdfast/shared/entities/task';
import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseName, HoldfastDatabase } from '../../db/db';
import { createDexieStore } from '../../db/dexie-store';
import { createReader } from '../../db/reader';
import { testContext } from '../../testing/write-context';
import { liveAnswerCount, liveAnswers } from '../filters/queries';
import { type FilterQuery, NEW_QUERY, type Part, writeQuery } from '../filters/query';
import { addProject, deleteProject } from '../projects/actions';
import { addTask } from '../tasks/add-tasks';
import { completeTask } from '../tasks/list-actions';
import { liveAssigned, liveLabelled } from '../views/list-query';
import { listAnswer, openCount } from './list-answer';
import { createSearchIndex } from './search-index';

const ME = uuidOf(0xa1);
const LABEL = uuidOf(0xb1);
const asking = { today: '2026-03-12', me: ME };
let count = 0;
let db: HoldfastDatabase;
beforeEach(async () => {
  count += 1;
  db = new HoldfastDatabase(databaseName(`list-answer-${count}`));
  await db.open();
  await fill();
});
afterEach(() => db.delete());

const all = (...parts: Part[]): FilterQuery => ({ ...NEW_QUERY, parts });
const sorted = (ids: readonly string[]) => [...ids].sort();

async function fill(): Promise<void> {
  const ctx = testContext(createDexieStore(db));
  const made = async (values: Partial<Task> & { title: string }): Promise<Task> => {
    const saved = await addTask(ctx, values as Parameters<typeof addTask>[1]);
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    return saved.rows[0] as unknown as Task;
  };
  await made({ title: 'Order rope', labels: [LABEL], dueOn: '2026-03-12', priority: 4 });
  await made({ title: 'Café by the harbour', assigneeId: ME, dueOn: '2026-03-20' });
  await completeTask(ctx, await made({ title: 'Rope, old', labels: [LABEL] }));
  const project = await addProject(ctx, { name: 'Boat' });
  if (project.kind !== 'saved' || !project.rows[0]) throw new Error('no project');
  await made({ title: 'Rope on the boat', projectId: project.rows[0].id, labels: [LABEL], assigneeId: ME });
  await deleteProject(ctx, project.rows[0]);
}

async function inMemory(query: FilterQuery, closedToo = false) {
  const reader = createReader(db);
  const index = createSearchIndex();
  for (const row of await reader.everywhere('project')) index.put({ entity: 'project', row });
  for (const row of await reader.everywhere('task')) index.put({ entity: 'task', row });
  const { open, closed } = listAnswer(index.tasksThere(), { query, asking, closedToo });
  const count = openCount(index.tasksThere(), { query, asking, closedToo });
  return { count, open: sorted(open.map((task) => task.id)), closed: sorted(closed) };
}

const titlesOf = async (ids: readonly string[]) =>
  (await createReader(db).rowsByIds('task', WORKSPACE, ids)).map((task) => task.title).sort();

describe('search’s memory answers as the database does', () => {
  it.each<[string, FilterQuery, string[]]>([
    ['words', all({ text: 'rope' }), ['Order rope']],
    ['words without their marks', all({ text: 'cafe' }), ['Café by the harbour']],
    ['priority and day', all({ priority: [4] }, { due: 'week' }), ['Order rope']],
    ['what is not', all({ label: [LABEL], not: true }), ['Café by the harbour']],
    ['nothing asked', all(), []],
  ])('%s', async (_, query, titles) => {
    const found = await inMemory(query);
    const read = await liveAnswers(WORKSPACE, query, asking)(createReader(db));
    expect(await titlesOf(found.open)).toEqual(titles);
    expect(found.open).toEqual(sorted((read.tasks ?? []).map((task) => task.id)));
    expect(found.closed).toEqual(sorted(read.plain.closed));
    const counted = await liveAnswerCount(WORKSPACE, writeQuery(query), asking)(createReader(db));
    expect(found.count).toBe(counted ?? 0);
  });

  it('a label, with what is done under it; a person', async () => {
    const reader = createReader(db);
    const worn = await inMemory(all({ label: [LABEL] }), true);
    expect(await titlesOf([...worn.open, ...worn.closed])).toEqual(['Order rope', 'Rope, old']);
    const labelled = await liveLabelled(WORKSPACE, LABEL)(reader);
    expect(worn.open).toEqual((labelled.tasks ?? []).map((task) => task.id));
    expect(worn.closed).toEqual(labelled.plain.closed);
    const mine = await inMemory(all({ person: ['me'] }));
    const assigned = await liveAssigned(WORKSPACE, ME)(reader);
    expect(mine.open).toEqual((assigned.tasks ?? []).map((task) => task.id));
    expect(await titlesOf(mine.open)).toEqual(['Café by the harbour']);
  });
});
