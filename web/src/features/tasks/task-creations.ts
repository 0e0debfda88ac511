/**
 * What the creation of tasks takes: the tasks, and the projects and labels that are made with them, each once however
 * many tasks name it.
 */
import type { Json } from '@holdfast/shared/entities/fields';
import type { Status } from '@holdfast/shared/entities/task';
import { positionBetween } from '@holdfast/shared/merge/position';
import { newId } from '@holdfast/shared/sync/ids';
import type { ActionContext } from '../../db/context';
import type { Creation } from '../../db/intent';
import { labelCreation } from '../labels/label-creation';
import { projectCreation } from '../projects/actions';
import { endOf } from './end-of-list';

export interface TaskDraft {
  /** Given where the caller has to know it before; made here otherwise. */
  readonly id?: string;
  readonly title: string;
  readonly description?: string;
  readonly projectId?: string | null;
  /** A project that does not exist yet, made together with the task, which then belongs to it. */
  readonly newProject?: string | null;
  readonly labels?: readonly string[];
  /** Labels that do not exist yet, made together with the task. */
  readonly newLabels?: readonly string[];
  readonly status?: Status;
  readonly priority?: number;
  readonly assigneeId?: string | null;
  readonly startOn?: string | null;
  readonly dueOn?: string | null;
  readonly dueTime?: string | null;
  /** An RRULE. */
  readonly recurrence?: string | null;
  readonly repeatFrom?: 'due' | 'completion';
}

/** For each draft its creations, the task last: at the end of its project's list, in the drafts' order. */
export async function taskCreations(
  ctx: ActionContext,
  drafts: readonly TaskDraft[],
): Promise<readonly (readonly Creation[])[]> {
  const projects = new Map<string, string>();
  const labels = new Map<string, string>();
  const ends = new Map<string | null, string>();
  const all: (readonly Creation[])[] = [];
  for (const draft of drafts) {
    const { id = newId(ctx), title, newLabels = [], labels: known = [], newProject = null, ...rest } = draft;
    const made: Creation[] = [];
    if (newProject !== null && !projects.has(keyOf(newProject))) {
      const project = await projectCreation(ctx, { name: newProject });
      projects.set(keyOf(newProject), project.id);
      made.push(project);
    }
    for (const name of newLabels) {
      if (labels.has(keyOf(name))) continue;
      const label = labelCreation(newId(ctx), name);
      labels.set(keyOf(name), label.id);
      made.push(label);
    }
    const projectId =
      newProject === null ? (draft.projectId ?? null) : (projects.get(keyOf(newProject)) ?? null);
    const last = ends.get(projectId);
    const position =
      last === undefined ? await endOf(ctx, projectId) : positionBetween(last, null, ctx.randomBytes);
    ends.set(projectId, position);
    const named = newLabels.flatMap((name) => labels.get(keyOf(name)) ?? []);
    const values: { [field: string]: Json } = {
      ...withoutUndefined(rest),
      title: title.trim(),
      projectId,
      labels: [...new Set([...known, ...named])].sort(),
      position,
    };
    all.push([...made, { op: 'create', entity: 'task', id, values }]);
  }
  return all;
}

const keyOf = (name: string): string => name.trim().toLowerCase();

const withoutUndefined = (values: {
  readonly [field: string]: Json | undefined;
}): { [field: string]: Json } =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
