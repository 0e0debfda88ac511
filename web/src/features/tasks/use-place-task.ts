/** Puts a task between two others, by their ids as they stand on the screen. */
import { useCallback } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useWriter } from '../undo/undo-provider';
import { placeTask, type TaskPlace } from './place-task';

export interface Between {
  readonly before: string | null;
  readonly after: string | null;
}

/** @returns resolves once it is stored or refused */
export function usePlaceTask() {
  const ctx = useActionContext();
  const { write } = useWriter();
  return useCallback(
    async (id: string, between: Between | null, more: Omit<TaskPlace, 'between'> = {}, said?: string) => {
      const read = (one: string | null) => (one === null ? null : ctx.read.row('task', ctx.workspaceId, one));
      const [task, before, after] = await Promise.all([
        read(id),
        read(between?.before ?? null),
        read(between?.after ?? null),
      ]);
      if (!task) return;
      const place: TaskPlace = {
        ...more,
        between: between && { before: before?.position ?? null, after: after?.position ?? null },
      };
      await write([placeTask(ctx, task, place)], said === undefined ? {} : { said });
    },
    [ctx, write],
  );
}
