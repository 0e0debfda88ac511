import { describe, expect, it } from 'vitest';
import { faultOf, toNewTask } from './new-task';
import { parseQuickAdd } from './parse-quick-add';
import { nowhere } from './quick-add-start';

const world = { projects: [{ id: 'p1', name: 'Home' }], labels: [], people: [], today: '2026-03-12' };
const make = (line: string, start = nowhere) =>
  toNewTask(parseQuickAdd(line, world), ' notes ', start, world.today);

describe('a parsed line as a task', () => {
  it('takes the project and day of where it was opened, unless the line says another', () => {
    const start = { projectId: 'p9', dueOn: '2026-03-12' };
    expect(make('Rope', start)).toMatchObject({ projectId: 'p9', dueOn: '2026-03-12', description: 'notes' });
    expect(make('Rope #home tomorrow', start)).toMatchObject({ projectId: 'p1', dueOn: '2026-03-13' });
  });

  it('takes a time without a day for today', () => {
    expect(make('Rope 9am')).toMatchObject({ dueOn: '2026-03-12', dueTime: '09:00' });
    expect(make('Rope')).toMatchObject({ dueOn: null, dueTime: null, priority: 2 });
  });

  it('belongs to the project that is made with it, wherever it was opened', () => {
    const choices = { plain: [], asProject: ['#shed'] };
    const parsed = parseQuickAdd('Rope #shed', world, choices);
    const task = toNewTask(parsed, '', { projectId: 'p9', dueOn: null }, world.today);
    expect(task).toMatchObject({ newProject: 'shed', projectId: null, newLabels: [] });
  });

  it('asks for words, and for fewer than 500 letters', () => {
    expect(faultOf(make('#home'))).toBe('Write what is to be done.');
    expect(faultOf(make('a'.repeat(501)))).toContain('501');
    expect(faultOf(make('Rope'))).toBeNull();
  });
});
