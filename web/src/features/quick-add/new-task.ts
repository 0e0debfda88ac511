/** What a parsed line asks for, together with where it was opened. Pure. */
import { PRIORITY } from '@holdfast/shared/entities/task';
import { type Choices, noChoices, type ParsedLine, type Understood } from './parse-quick-add';
import type { QuickAddStart } from './quick-add-start';

export interface NewTask {
  readonly title: string;
  readonly description: string;
  readonly projectId: string | null;
  /** The name of a project that is made with it. */
  readonly newProject: string | null;
  readonly labels: readonly string[];
  readonly newLabels: readonly string[];
  readonly priority: number;
  readonly assigneeId: string | null;
  readonly dueOn: string | null;
  readonly dueTime: string | null;
}

/** What is kept of it while it is unfinished, on this device only. */
export interface QuickAddDraft extends Choices {
  readonly line: string;
  readonly notes: string;
}

export const emptyDraft: QuickAddDraft = { line: '', notes: '', ...noChoices };

export function toNewTask(parsed: ParsedLine, notes: string, start: QuickAddStart, today: string): NewTask {
  const means = parsed.spans.map((span) => span.means);
  const find = <K extends Understood['kind']>(kind: K) =>
    means.find((each): each is Extract<Understood, { kind: K }> => each.kind === kind);
  const newProject = find('new-project')?.name ?? null;
  const dueTime = find('time')?.dueTime ?? null;
  const dueOn = find('day')?.dueOn ?? start.dueOn;
  return {
    title: parsed.title,
    description: notes.trim(),
    projectId: newProject === null ? (find('project')?.id ?? start.projectId) : null,
    newProject,
    labels: means.flatMap((each) => (each.kind === 'label' ? [each.id] : [])),
    newLabels: means.flatMap((each) => (each.kind === 'new-label' ? [each.name] : [])),
    priority: PRIORITY[find('priority')?.level ?? 'normal'],
    assigneeId: find('person')?.id ?? null,
    // A time without a day is today's.
    dueOn: dueTime !== null && dueOn === null ? today : dueOn,
    dueTime,
  };
}

/** What is wrong with it before it is stored, in words. */
export function faultOf(task: NewTask): string | null {
  if (task.title === '') return 'Write what is to be done.';
  if (task.title.length > 500)
    return `A title has at most 500 letters; this one has ${task.title.length.toLocaleString('en')}.`;
  return null;
}
