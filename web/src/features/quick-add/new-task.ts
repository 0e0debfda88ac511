/** What a parsed line asks for, together with where it was opened. Pure. */
import { PRIORITY, type Status } from '@holdfast/shared/entities/task';
import { plusDays } from '../../ui/month';
import { firstDue } from './first-due';
import { type Choices, noChoices, type ParsedLine } from './parse-quick-add';
import type { QuickAddStart } from './quick-add-start';
import type { Moment, Understood } from './understood';
import { quickAddWords } from './words';

export interface NewTask {
  readonly title: string;
  readonly description: string;
  readonly projectId: string | null;
  /** The name of a project that is made with it. */
  readonly newProject: string | null;
  readonly labels: readonly string[];
  readonly newLabels: readonly string[];
  readonly status: Status;
  readonly priority: number;
  readonly assigneeId: string | null;
  readonly dueOn: string | null;
  readonly dueTime: string | null;
  /** An RRULE. */
  readonly recurrence: string | null;
  readonly repeatFrom: 'due' | 'completion';
}

/** What is kept of it while it is unfinished, on this device only. */
export interface QuickAddDraft extends Choices {
  readonly line: string;
  readonly notes: string;
}

export const emptyDraft: QuickAddDraft = { line: '', notes: '', ...noChoices };

/** What was typed before the draft was read goes on behind it: neither takes the other's place. */
export function behind(kept: QuickAddDraft, typed: QuickAddDraft): QuickAddDraft {
  if (isBlank(typed)) return kept;
  if (isBlank(kept)) return typed;
  const notes = [kept.notes, typed.notes].filter((part) => part !== '').join('\n');
  const line = [kept.line.trimEnd(), typed.line].filter((part) => part !== '').join(' ');
  return { ...kept, line, notes };
}

const isBlank = ({ line, notes }: QuickAddDraft): boolean => line === '' && notes === '';

/** What was typed while a draft was being stored as a task: it begins the next one. */
export const typedSince = (added: QuickAddDraft, now: QuickAddDraft): QuickAddDraft => ({
  ...emptyDraft,
  line: newWords(added.line, now.line),
  notes: newWords(added.notes, now.notes),
});

/**
 * What stands behind, or before it where the draft was read only then; all of it where it was written in between. Taking
 * letters away writes nothing.
 */
function newWords(before: string, now: string): string {
  if (now.startsWith(before)) return now.slice(before.length).trimStart();
  if (now.endsWith(before)) return now.slice(0, -before.length).trimEnd();
  return before.startsWith(now) ? '' : now;
}

export function toNewTask(
  parsed: ParsedLine,
  notes: string,
  start: QuickAddStart,
  moment: Pick<Moment, 'today' | 'now'>,
): NewTask {
  const means = parsed.spans.map((span) => span.means);
  const find = <K extends Understood['kind']>(kind: K) =>
    means.find((each): each is Extract<Understood, { kind: K }> => each.kind === kind);
  const newProject = find('new-project')?.name ?? null;
  const repeat = find('repeat');
  return {
    title: parsed.title,
    description: notes.trim(),
    projectId: newProject === null ? (find('project')?.id ?? start.projectId) : null,
    newProject,
    labels: means.flatMap((each) => (each.kind === 'label' ? [each.id] : [])),
    newLabels: means.flatMap((each) => (each.kind === 'new-label' ? [each.name] : [])),
    status: start.status,
    priority: PRIORITY[find('priority')?.level ?? 'normal'],
    assigneeId: find('person')?.id ?? null,
    ...dueOf(means, start.dueOn, moment),
    recurrence: repeat?.recurrence ?? null,
    repeatFrom: repeat?.repeatFrom ?? 'due',
  };
}

/**
 * A time without a day is the next time that the clock shows it; what repeats is due first on the first day of its
 * rule, from the day that was said or from now on.
 */
function dueOf(
  means: readonly Understood[],
  startDay: string | null,
  { today, now }: Pick<Moment, 'today' | 'now'>,
): Pick<NewTask, 'dueOn' | 'dueTime'> {
  const timed = means.filter((each) => each.kind === 'when' || each.kind === 'repeat');
  const dueTime = timed.find((each) => each.dueTime !== null)?.dueTime ?? null;
  const repeat = timed.find((each) => each.kind === 'repeat');
  const said = timed.find((each) => each.kind === 'when' && each.dueOn !== null);
  const start = said?.kind === 'when' ? said.dueOn : startDay !== null && startDay > today ? startDay : null;
  if (start !== null) return { dueOn: firstOf(repeat, start), dueTime };
  if (repeat === undefined && dueTime === null) return { dueOn: startDay, dueTime };
  const soonest = dueTime !== null && dueTime <= now ? plusDays(today, 1) : today;
  return { dueOn: firstOf(repeat, soonest), dueTime };
}

const firstOf = (repeat: { readonly recurrence: string } | undefined, day: string): string =>
  repeat === undefined ? day : (firstDue(repeat.recurrence, day) ?? day);

/** More at once would keep the person waiting for their own list. */
const MOST = 200;
const LONGEST_TITLE = 500;

/** What is wrong with them before they are stored, in words. */
export function faultOf(tasks: readonly NewTask[]): string | null {
  const t = quickAddWords.get();
  if (tasks.length > MOST) return t.tooMany(tasks.length);
  const longest = Math.max(0, ...tasks.map((task) => task.title.length));
  if (longest > LONGEST_TITLE) return t.tooLong(longest);
  return tasks.length === 0 || tasks.some((task) => task.title === '') ? t.saySomething : null;
}
