import { describe, expect, it } from 'vitest';
import { emptyDraft, faultOf, toNewTask, typedSince } from './new-task';
import { parseQuickAdd } from './parse-quick-add';
import { nowhere } from './quick-add-start';

const world = {
  projects: [{ id: 'p1', name: 'Home' }],
  labels: [],
  people: [],
  today: '2026-03-12',
  now: '09:41',
  weekStart: 1,
  dayFirst: true,
};
const make = (line: string, start = nowhere) =>
  toNewTask(parseQuickAdd(line, world), ' notes ', start, world);

describe('a parsed line as a task', () => {
  it('takes the project and day of where it was opened, unless the line says another', () => {
    const start = { ...nowhere, projectId: 'p9', dueOn: '2026-03-12' };
    expect(make('Rope', start)).toMatchObject({ projectId: 'p9', dueOn: '2026-03-12', description: 'notes' });
    expect(make('Rope #home tomorrow', start)).toMatchObject({ projectId: 'p1', dueOn: '2026-03-13' });
  });

  it('takes the status of the column where it was opened', () => {
    expect(make('Rope', { ...nowhere, status: 'blocked' })).toMatchObject({ status: 'blocked' });
    expect(make('Rope')).toMatchObject({ status: 'todo' });
  });

  it('takes a time without a day for the next time that the clock shows it', () => {
    expect(make('Rope 10am')).toMatchObject({ dueOn: '2026-03-12', dueTime: '10:00' });
    expect(make('Rope 9am')).toMatchObject({ dueOn: '2026-03-13', dueTime: '09:00' });
    expect(make('Rope 9am', { ...nowhere, dueOn: '2026-03-12' })).toMatchObject({ dueOn: '2026-03-13' });
    expect(make('Rope 9am', { ...nowhere, dueOn: '2026-03-20' })).toMatchObject({ dueOn: '2026-03-20' });
    expect(make('Rope today 9am')).toMatchObject({ dueOn: '2026-03-12', dueTime: '09:00' });
    expect(make('Rope')).toMatchObject({ dueOn: null, dueTime: null, priority: 2 });
  });

  it('is due first on the first day of its rule', () => {
    const friday = { recurrence: 'FREQ=WEEKLY;BYDAY=FR', repeatFrom: 'due' };
    expect(make('Rope every friday')).toMatchObject({ ...friday, dueOn: '2026-03-13' });
    expect(make('Rope every friday from 1 april')).toMatchObject({ ...friday, dueOn: '2026-04-03' });
    expect(make('Rope every day 9am')).toMatchObject({ dueOn: '2026-03-13', dueTime: '09:00' });
    expect(make('Rope every! 3 days')).toMatchObject({ dueOn: '2026-03-12', repeatFrom: 'completion' });
    expect(make('Rope')).toMatchObject({ recurrence: null });
  });

  it('belongs to the project that is made with it, wherever it was opened', () => {
    const choices = { plain: [], asProject: ['#shed'] };
    const parsed = parseQuickAdd('Rope #shed', world, choices);
    const task = toNewTask(parsed, '', { ...nowhere, projectId: 'p9' }, world);
    expect(task).toMatchObject({ newProject: 'shed', projectId: null, newLabels: [] });
  });

  it('asks for words, and for fewer than 500 letters', () => {
    expect(faultOf([make('Rope'), make('#home')])).toBe('Write what is to be done.');
    expect(faultOf([make('a'.repeat(501))])).toContain('501');
    expect(faultOf([make('Rope')])).toBeNull();
    expect(faultOf(Array.from({ length: 201 }, () => make('Rope')))).toContain('201');
  });
});

it.each([
  ['Milk', 'Milk', ''],
  ['Milk', 'Milk and bread', 'and bread'],
  ['Milk', 'Mil', ''],
  ['Milk', 'Half a thought Milk', 'Half a thought'],
  ['Milk', 'Mi and lk', 'Mi and lk'],
])('of “%s”, stored while the field says “%s”, the next line is “%s”', (added, now, next) => {
  const line = (text: string) => ({ ...emptyDraft, line: text });
  expect(typedSince(line(added), line(now)).line).toBe(next);
});
