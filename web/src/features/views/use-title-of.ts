import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { liveTasks } from '../tasks/queries';

/** The title of a task, for what is said about it; null until it is read. */
export function useTitleOf(id: string | null): string | null {
  const { workspaceId } = useActionContext();
  const live = useLiveKept(liveTasks(workspaceId, id === null ? [] : [id]), [workspaceId, id]);
  return (live.state === 'ready' && id !== null && live.value.get(id)?.title) || null;
}
