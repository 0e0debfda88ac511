import { describe, expect, it } from 'vitest';
import { type Added, showsTask } from './shows-task';

const task: Added = {
  projectId: null,
  newProject: null,
  labels: ['l1'],
  assigneeId: null,
  dueOn: null,
  dueTime: null,
};
const now = { today: '2026-03-12', me: 'a1' };
const shows = (screen: Parameters<typeof showsTask>[0], what: Partial<Added> = {}) =>
  showsTask(screen, { ...task, ...what }, now);

describe('whether a new task is on the list on screen', () => {
  it('Today shows what is due up to today and is mine or nobody’s', () => {
    expect(shows({ name: 'today' }, { dueOn: '2026-03-12' })).toBe(true);
    expect(shows({ name: 'today' }, { dueOn: '2026-03-12', assigneeId: 'a1' })).toBe(true);
    expect(shows({ name: 'today' }, { dueOn: '2026-03-12', assigneeId: 'a2' })).toBe(false);
    expect(shows({ name: 'today' }, { dueOn: '2026-03-13' })).toBe(false);
    expect(shows({ name: 'today' })).toBe(false);
  });

  it('a list shows what belongs to it', () => {
    expect(shows({ name: 'inbox' })).toBe(true);
    expect(shows({ name: 'inbox' }, { newProject: 'Shed' })).toBe(false);
    expect(shows({ name: 'inbox' }, { projectId: 'p1' })).toBe(false);
    expect(shows({ name: 'project', id: 'p1' }, { projectId: 'p1' })).toBe(true);
    expect(shows({ name: 'project', id: 'p1' }, { projectId: 'p2' })).toBe(false);
    expect(shows({ name: 'label', id: 'l1' })).toBe(true);
    expect(shows({ name: 'label', id: 'l2' })).toBe(false);
  });

  it('other screens show none', () => {
    expect(shows({ name: 'sync' })).toBe(false);
    expect(shows({ name: 'projects' })).toBe(false);
  });
});
