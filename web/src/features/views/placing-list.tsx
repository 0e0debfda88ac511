/** A list in sections whose rows can be put elsewhere: dragged by mouse, by a long press, and by keys. */
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { dragByKey } from '../../ui/drag/drag-keys';
import { DropLine, LiftedRow } from '../../ui/drag/drop-line';
import { DragLayer } from '../../ui/drag/later-drag-layer';
import { type DropGroup, neighboursAt, type Place, placeOf, samePlace, stepFrom } from '../../ui/drag/places';
import { type Drag, useDrag } from '../../ui/drag/use-drag';
import { LiveRegion } from '../../ui/live-region';
import { focusRow } from '../../ui/row-focus';
import { leaveSelection, selectedIds } from '../selection/selection-moves';
import { useDirectory } from '../tasks/directory';
import { dragSays } from '../tasks/drag-words';
import { MoveInOrder } from '../tasks/order-context';
import { SectionedList, type SectionedListProps } from './sectioned-list';
import type { Section } from './sections';
import { useTitleOf } from './use-title-of';

export interface PlacingListProps extends SectionedListProps {
  /** Puts a task between two others of a section; absent where nothing can be put. Resolves once it is stored. */
  onPlace?: ((id: string, to: TargetPlace) => Promise<unknown>) | undefined;
  /** Sections that take rows; by default each. */
  isTarget?: ((section: Section) => boolean) | undefined;
  /** Sections give places themselves: only the section counts. */
  ordersItself?: boolean | undefined;
}

export interface TargetPlace {
  /** The key of its section. */
  readonly section: string;
  /** The tasks around it, as they stand on the screen. */
  readonly before: string | null;
  readonly after: string | null;
}

export function PlacingList({ onPlace, isTarget = each, ordersItself = false, ...list }: PlacingListProps) {
  const { mayWrite } = useDirectory();
  const places = mayWrite && onPlace !== undefined;
  const groups = useRef<readonly DropGroup[]>([]);
  const stored = useRef<Promise<unknown>>(Promise.resolve());
  const still = useRef(list.sections);
  const focusOn = useRef<{ readonly id: string; readonly to: Place } | null>(null);

  const drag = useDrag({
    groups: () => groups.current,
    flow: 'sections',
    onDrop(id: string, to: Place, by) {
      if (by === 'keys') focusOn.current = { id, to };
      // The long press that lifted it has selected it as well.
      const selected = selectedIds();
      if (selected.length === 1 && selected[0] === id) leaveSelection();
      stored.current =
        onPlace?.(id, { section: to.group, ...neighboursAt(groups.current, id, to) }) ?? Promise.resolve();
    },
  });
  // Nothing moves under the finger.
  if (!drag.lifted) still.current = list.sections;
  const sections = still.current;
  groups.current = sections.filter(isTarget).map(({ key, title, label, ids }) => ({
    key,
    label: label ?? title,
    ids,
    ordersItself,
  }));
  // The row stands anew in its place: the focus goes along.
  useEffect(() => {
    const wanted = focusOn.current;
    const at = wanted && placeOf(groups.current, wanted.id);
    if (!at || !samePlace(at, wanted.to)) return;
    focusOn.current = null;
    focusRow(wanted.id);
  });
  const moveInOrder = (id: string, by: 'up' | 'down') => {
    const from = placeOf(groups.current, id);
    if (!from) return;
    const to = stepFrom(groups.current, id, from, by, 'sections');
    if (!samePlace(from, to))
      void onPlace?.(id, { section: to.group, ...neighboursAt(groups.current, id, to) });
  };
  if (!places) return <SectionedList {...list} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys on the rows in it
    <div
      onKeyDown={(event) => dragByKey(event, drag)}
      onBlur={() => drag.lifted?.by === 'keys' && drag.cancel()}
    >
      <MoveInOrder value={ordersItself ? null : moveInOrder}>
        <SectionedList {...list} sections={sections} drops />
      </MoveInOrder>
      {list.scroller && (
        <InHand drag={drag} scroller={list.scroller} groups={groups.current} stored={() => stored.current} />
      )}
    </div>
  );
}

const each = (): boolean => true;

interface InHandProps {
  drag: Drag;
  scroller: HTMLElement;
  groups: readonly DropGroup[];
  stored: () => Promise<unknown>;
}

function InHand({ drag, scroller, groups, stored }: InHandProps) {
  const { lifted, news } = drag;
  const title = useTitleOf(news?.id ?? lifted?.id ?? null);
  return (
    <>
      <LiveRegion urgent text={news && title ? dragSays(news, title) : ''} />
      {lifted && createPortal(<DropLine drag={drag} scroller={scroller} groups={groups} />, scroller)}
      <DragLayer area={scroller} drag={drag} groups={groups} flow="sections" stored={stored}>
        {lifted && <LiftedRow id={lifted.id} scroller={scroller} />}
      </DragLayer>
    </>
  );
}
