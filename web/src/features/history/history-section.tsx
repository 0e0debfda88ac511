/**
 * The open task's history: who changed what, when, on which device, with the way back. What this device did stands
 * here at once, offline too; what others did needs a connection, and what was fetched stays.
 */
import type { Task } from '@holdfast/shared/entities/task';
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { Button } from '../../ui/button';
import { Block } from '../../ui/facts';
import { useWords } from '../../words/use-words';
import { useSession } from '../account/session-context';
import { useSync } from '../sync/sync-context';
import { HistoryEvent } from './history-event';
import { type HistoryLine, historyLines } from './history-lines';
import { amongLines, linesNotTaken, withoutNotTaken } from './not-taken';
import { liveOwnChanges } from './own-changes';
import { useHistory } from './use-history';
import { historyWords } from './words';

const NO_OWN = { deviceId: null, mutations: [], conflicts: [] } as const;

export function HistorySection({ task }: { task: Task }) {
  const t = useWords(historyWords);
  const { workspaceId, accountId } = useActionContext();
  const session = useSession();
  const { offline } = useSync();
  const live = useLive(liveOwnChanges(workspaceId, 'task', task.id), [workspaceId, task.id], 'beside');
  const own = live.state === 'ready' ? live.value : NO_OWN;
  const alone = session.standing === 'none';
  const row = { workspaceId, entity: 'task', id: task.id, version: task.version };
  const history = useHistory(row, session.send, !offline && session.standing === 'in');
  const whose = { rowId: task.id, accountId, deviceId: own.deviceId };
  const mutations = withoutNotTaken(own.mutations, own.conflicts, task.id);
  const stands = withBeginning(historyLines(history.items, mutations, whose), task, history);
  const lines = amongLines(stands, linesNotTaken(own.conflicts, whose));
  return (
    <Block title={t.activity}>
      <ol className="feed">
        {lines.map((line) => (
          <HistoryEvent key={`${line.mutationId} ${line.kind}`} task={task} line={line} />
        ))}
      </ol>
      {history.hasMore && !offline && (
        <Button kind="text" onClick={history.loadMore}>
          {t.showOlder}
        </Button>
      )}
      {history.state === 'away' && !alone && (
        <p className="help mt-2">
          {history.items.length > 0 ? t.newerNeedsConnection : t.othersNeedConnection}
        </p>
      )}
    </Block>
  );
}

/** The row itself knows who made it and when, whatever the server still tells. */
function withBeginning(
  lines: readonly HistoryLine[],
  task: Task,
  { hasMore, state }: { readonly hasMore: boolean; readonly state: string },
): readonly HistoryLine[] {
  if (hasMore || state === 'waiting' || lines.some((line) => line.kind === 'made')) return lines;
  const made: HistoryLine = {
    mutationId: '',
    name: '',
    accountId: task.createdBy,
    deviceName: '',
    at: task.createdAt,
    kind: 'made',
    changes: [],
    onlyHere: false,
  };
  return [...lines, made];
}
