/** The sample of a device's first start. It is made and removed like anything else, each by one mutation. */
import type { Project } from '@holdfast/shared/entities/project';
import type { ActionContext } from '../../db/context';
import { mutate } from '../../db/mutate';
import { SAMPLE } from '../../db/sample';
import { orNotStored, type WriteResult } from '../../db/write-result';
import { deleteProject } from '../projects/actions';
import { taskCreations } from '../tasks/task-creations';
import { type Learner, sampleTasks } from './sample-tasks';

export const makeSample = (ctx: ActionContext, learner: Learner): Promise<WriteResult> =>
  orNotStored(async () => {
    const ops = (await taskCreations(ctx, sampleTasks(learner))).flat();
    return mutate(ctx, { workspaceId: ctx.workspaceId, name: SAMPLE, ops });
  });

/** Its tasks go and come back with it (MG9). */
export const removeSample = (ctx: ActionContext, project: Project): Promise<WriteResult> =>
  deleteProject(ctx, project);
