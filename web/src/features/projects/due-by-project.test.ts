import { describe, expect, it } from 'vitest';
import { aTask } from '../../testing/show-page';
import { dueByProject } from './due-by-project';

const today = '2026-03-12';
const due = (n: number, projectId: string | null, dueOn: string, dueTime: string | null = null) =>
  aTask(n, { projectId, dueOn, dueTime });

describe('what is due in each project', () => {
  it('counts what is late, and names the first of today that has a time', () => {
    const found = dueByProject(
      [
        due(1, 'shed', '2026-03-10'),
        due(2, 'home', today),
        due(3, 'shed', today),
        due(4, 'home', today, '09:00'),
        due(5, 'home', today, '11:30'),
        due(6, null, today, '08:00'),
      ],
      today,
    );
    expect(found.get('shed')).toMatchObject({ overdue: 1, next: { title: 'Task 3' } });
    expect(found.get('home')).toMatchObject({ overdue: 0, next: { title: 'Task 4' } });
    expect(found.size).toBe(2);
  });
});
