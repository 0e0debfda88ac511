/** A project's columns, with cards that can be picked up by mouse, touch and keyboard. */
import type { Task } from '@holdfast/shared/entities/task';
import { useMemo, useState } from 'react';
import { Board, CardSlot } from '../../ui/board';
import { Button } from '../../ui/button';
import { dragByKey } from '../../ui/drag/drag-keys';
import type { Side } from '../../ui/drag/edge';
import { DragLayer } from '../../ui/drag/later-drag-layer';
import { IconButton } from '../../ui/icon-button';
import { PlusIcon } from '../../ui/icons';
import { LiveRegion } from '../../ui/live-region';
import { StatusMark } from '../../ui/marks';
import { tabletQuery, useMediaQuery } from '../../ui/media';
import { useWords } from '../../words/use-words';
import { toggle } from '../selection/selection-moves';
import { useSelectedIn } from '../selection/selection-store';
import { useDirectory } from '../tasks/directory';
import { dragSays } from '../tasks/drag-words';
import { statusOf } from '../tasks/status-words';
import { useRowMarks } from '../tasks/use-row-marks';
import { useRowProgress } from '../tasks/use-row-progress';
import { type BoardRows, COLUMNS, type ColumnStatus } from './columns';
import { LiftedTaskCard, TaskCard } from './task-card';
import { useCardDrag } from './use-card-drag';
import { boardWords } from './words';

/** So many cards of a column at first. */
const FIRST = 50;

export interface ProjectBoardProps {
  rows: BoardRows;
  label: string;
  openTaskId: string | null;
  onNewTaskIn: (status: ColumnStatus) => void;
}

export function ProjectBoard({ rows, label, openTaskId, onNewTaskIn }: ProjectBoardProps) {
  const t = useWords(boardWords);
  const { mayWrite } = useDirectory();
  const beside = useMediaQuery(tabletQuery);
  const { drag, groups, columns, stored, move } = useCardDrag(rows);
  const { lifted, news } = drag;
  const [board, setBoard] = useState<HTMLDivElement | null>(null);
  const [all, setAll] = useState<ReadonlySet<ColumnStatus>>(new Set());
  const shown = (status: ColumnStatus) =>
    all.has(status) ? columns[status] : columns[status].slice(0, FIRST);
  const markOf = useRowMarks(COLUMNS.flatMap((status) => shown(status).map((task) => task.id)));
  const progress = useRowProgress(COLUMNS.flatMap((status) => shown(status).map((task) => task.id)));
  const taskById = (id: string) =>
    COLUMNS.flatMap((status) => columns[status]).find((task) => task.id === id);
  const order = useMemo(() => COLUMNS.flatMap((status) => columns[status].map((task) => task.id)), [columns]);
  const selected = useSelectedIn(order);
  const held = lifted && taskById(lifted.id);
  const heldCard = held && (
    <LiftedTaskCard
      task={held}
      mark={markOf(held.id)}
      waitsFor={rows.waitsFor.get(held.id)}
      progress={progress.get(held.id)}
    />
  );
  const told = news && taskById(news.id);

  function cardsOf(status: ColumnStatus) {
    const cards = shown(status).map((task: Task) => (
      <TaskCard
        key={task.id}
        task={task}
        mark={markOf(task.id)}
        waitsFor={rows.waitsFor.get(task.id)}
        progress={progress.get(task.id)}
        current={openTaskId === task.id}
        selected={selected.has(task.id)}
        source={lifted?.id === task.id}
        replace={openTaskId !== null}
        onMove={move}
      />
    ));
    if (!lifted || !drag.moves || lifted.over.group !== status) return cards;
    const own = shown(status).findIndex((task) => task.id === lifted.id);
    const at = own !== -1 && own < lifted.over.index ? lifted.over.index + 1 : lifted.over.index;
    const slot = (
      <CardSlot key="slot" height={lifted.height}>
        {lifted.by === 'keys' && heldCard}
      </CardSlot>
    );
    return cards.toSpliced(at, 0, slot);
  }

  /** What is held, and what the second finger is on. */
  function select(id: string, on: Element): void {
    const other = on.closest<HTMLElement>('[data-card]')?.dataset['card'];
    for (const one of new Set([id, other ?? id])) if (!selected.has(one)) toggle(one);
  }

  function turn(side: Side): void {
    if (!board) return;
    const column = board.firstElementChild?.clientWidth ?? board.clientWidth;
    board.scrollBy({ left: side === 'left' ? -column : column, behavior: 'smooth' });
  }

  return (
    <>
      <Board
        boardRef={setBoard}
        label={label}
        tabsLabel={t.columns}
        onKeyDown={(event) => mayWrite && dragByKey(event, drag)}
        onBlur={() => lifted?.by === 'keys' && drag.cancel()}
        columns={COLUMNS.map((status) => ({
          key: status,
          title: statusOf(status).label,
          mark: <StatusMark status={statusOf(status).shape} decorative />,
          count: columns[status].length,
          target: drag.moves && lifted?.over.group === status,
          action: mayWrite && (
            <IconButton
              label={t.addTo({ column: statusOf(status).label })}
              icon={<PlusIcon />}
              onClick={() => onNewTaskIn(status)}
            />
          ),
          cards: cardsOf(status),
          foot: shown(status).length < columns[status].length && (
            <Button kind="text" onClick={() => setAll((was) => new Set([...was, status]))}>
              {t.older(columns[status].length - FIRST)}
            </Button>
          ),
        }))}
      />
      <LiveRegion urgent text={news && told ? dragSays(news, told.title) : ''} />
      {board && mayWrite && (
        <DragLayer
          area={board}
          drag={drag}
          groups={groups}
          flow="columns"
          stored={stored}
          onEdge={beside ? undefined : turn}
          onSecondFinger={select}
        >
          {heldCard}
        </DragLayer>
      )}
    </>
  );
}
