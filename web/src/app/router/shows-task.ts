/** Whether a new task appears on the list that is on screen. Pure. */
import { projectOf, type Screen } from './routes';

export interface Added {
  readonly projectId: string | null;
  /** It goes into a project that is made with it. */
  readonly newProject: string | null;
  readonly labels: readonly string[];
  readonly assigneeId: string | null;
  readonly dueOn: string | null;
  readonly dueTime: string | null;
}

export function showsTask(
  screen: Screen,
  task: Added,
  { today, me }: { readonly today: string; readonly me: string },
): boolean {
  const isMine = task.assigneeId === null || task.assigneeId === me;
  if (screen.name === 'today') return task.dueOn !== null && task.dueOn <= today && isMine;
  if (screen.name === 'inbox') return task.projectId === null && task.newProject === null;
  if (screen.name === 'label') return task.labels.includes(screen.id);
  const project = projectOf(screen);
  return project !== null && task.projectId === project;
}
