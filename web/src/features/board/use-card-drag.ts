/** Cards that are lifted and let go: what the board shows meanwhile, and the one mutation of a drop. */
import type { Task } from '@holdfast/shared/entities/task';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { focusCard } from '../../ui/board-focus';
import { type DropGroup, neighboursAt, type Place } from '../../ui/drag/places';
import { type Drag, useDrag } from '../../ui/drag/use-drag';
import { placeTask } from '../tasks/place-task';
import { statusOf } from '../tasks/status-words';
import { useWriter } from '../undo/undo-provider';
import { type BoardRows, COLUMNS, type ColumnStatus, type Columns, withCardAt } from './columns';
import { boardWords } from './words';

export interface CardDrag {
  readonly drag: Drag;
  readonly groups: readonly DropGroup[];
  /** What to show: nothing moves under the finger, and what was let go stands where it was put. */
  readonly columns: Columns;
  /** Resolves once the last drop is stored. */
  readonly stored: () => Promise<unknown>;
  readonly move: (task: Task, to: ColumnStatus) => void;
}

/** A card that was let go, as it was before. */
interface Landed {
  readonly seen: Task;
  readonly to: Place;
}

export function useCardDrag(live: BoardRows): CardDrag {
  const ctx = useActionContext();
  const { write } = useWriter();
  const [landed, setLanded] = useState<Landed | null>(null);
  const stored = useRef<Promise<unknown>>(Promise.resolve());
  const focusOn = useRef<string | null>(null);

  // Until the stored row is read again, the card stands where it was put.
  const waits = landed !== null && isAsBefore(live.columns, landed.seen);
  const now = useMemo(
    () => (waits ? withCardAt(live.columns, landed.seen, landed.to) : live.columns),
    [waits, live, landed],
  );
  // Read once, it is done with: undo may bring the row back as it was.
  useEffect(() => {
    if (!waits) setLanded(null);
  }, [waits]);
  const shown = useRef<readonly DropGroup[]>([]);
  const drag = useDrag({ groups: () => shown.current, flow: 'columns', onDrop });
  const still = useRef(now);
  const columns = drag.lifted ? still.current : now;
  still.current = columns;

  const groups = useMemo(() => COLUMNS.map((status) => groupOf(status, columns)), [columns]);
  const byId = useMemo(
    () => new Map(COLUMNS.flatMap((status) => columns[status]).map((task) => [task.id, task])),
    [columns],
  );
  shown.current = groups;

  function put(seen: Task, to: Place, between: Parameters<typeof placeTask>[2]['between']): void {
    const status = to.group as ColumnStatus;
    setLanded({ seen, to });
    const said =
      status === seen.status ? undefined : boardWords.get().movedTo({ column: statusOf(status).label });
    const writing = write([placeTask(ctx, seen, { between, status })], said === undefined ? {} : { said });
    stored.current = writing.then((refusal) => refusal !== null && setLanded(null));
  }

  function onDrop(id: string, to: Place, by: 'pointer' | 'keys'): void {
    const seen = byId.get(id);
    if (!seen) return;
    if (by === 'keys') focusOn.current = id;
    const { before, after } = neighboursAt(groups, id, to);
    const positionOf = (one: string | null) => (one === null ? null : (byId.get(one)?.position ?? null));
    const ordersItself = groups.find((group) => group.key === to.group)?.ordersItself;
    put(seen, to, ordersItself ? null : { before: positionOf(before), after: positionOf(after) });
  }

  /** From its menu: to the column's end, or to the top of what is done. */
  function move(task: Task, to: ColumnStatus): void {
    if (task.status === to) return;
    focusOn.current = task.id;
    const last = columns[to].at(-1);
    if (to === 'done') put(task, { group: to, index: 0 }, null);
    else put(task, { group: to, index: columns[to].length }, { before: last?.position ?? null, after: null });
  }

  // The card stands anew in its place: the focus goes along.
  useEffect(() => {
    const id = focusOn.current;
    if (id === null || !columns || drag.lifted) return;
    focusOn.current = null;
    focusCard(id);
  }, [columns, drag.lifted]);

  return { drag, groups, columns, stored: () => stored.current, move };
}

const groupOf = (status: ColumnStatus, columns: Columns): DropGroup => ({
  key: status,
  label: statusOf(status).label,
  ids: columns[status].map((task) => task.id),
  ordersItself: status === 'done',
});

function isAsBefore(columns: Columns, seen: Task): boolean {
  const now = COLUMNS.flatMap((status) => columns[status]).find((task) => task.id === seen.id);
  return now !== undefined && now.status === seen.status && now.position === seen.position;
}
