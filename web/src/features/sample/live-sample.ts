import type { Project } from '@holdfast/shared/entities/project';
import type { Query } from '../../db/live';
import { SAMPLE } from '../../db/sample';

/** It is made before anything else, or beside the first few taps. */
const AMONG = 10;

/** The sample's project while it is here and was never sent: without an account the outbox keeps everything. */
export const liveSample =
  (workspaceId: string): Query<Project | null> =>
  async (read) => {
    const first = await read.outbox(workspaceId, AMONG);
    const op = first.find((entry) => entry.mutation.name === SAMPLE)?.mutation.ops[0];
    const project = op ? await read.row('project', workspaceId, op.id) : null;
    return project?.deletedAt === null ? project : null;
  };
