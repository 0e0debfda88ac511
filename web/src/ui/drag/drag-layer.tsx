/**
 * Mouse and touch for what can be dragged within `area`, and what is in hand above everything. It stands beside the
 * list, not around it: rows and cards know nothing of it, and are not painted while something moves. In a chunk of
 * its own (decision 140).
 */
import {
  type CollisionDetection,
  DndContext,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { swallowClicks } from '../swallow-clicks';
import { edgeAt, type Resting, restAt, type Side, turnsIn } from './edge';
import { idOf, type Point, placeAt, readDrawn } from './place-at';
import type { DropGroup, Flow } from './places';
import { settle } from './settle';
import type { Drag } from './use-drag';
import { usePointerAt } from './use-pointer-at';

export interface DragLayerProps {
  /** Holds the groups (`data-drop`) and their items (`data-card` or `data-row`). */
  area: HTMLElement;
  drag: Drag;
  groups: readonly DropGroup[];
  flow: Flow;
  /** Where a press may begin to lift: by default anywhere on an item. */
  grip?: string | undefined;
  /** What is in hand. */
  children: ReactNode;
  /** Resolves once what was dropped is stored: until then it lies in its slot. */
  stored?: (() => Promise<unknown>) | undefined;
  /** Something rests at the area's edge. */
  onEdge?: ((side: Side) => void) | undefined;
  /** A second finger went down while one holds something. */
  onSecondFinger?: ((id: string, on: Element) => void) | undefined;
}

/** The design's 350 ms; a finger that moves before scrolls. */
const press = { delay: 350, tolerance: 8 };
const HAND = 'hand';

export function DragLayer(props: DragLayerProps) {
  const { area, drag, groups, children } = props;
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: press }),
  );
  const pressed = useRef<HTMLElement | null>(null);
  const over = drag.lifted?.over.group;
  // What lies under the pointer is known; the library needs it to scroll.
  const collisions = useCallback<CollisionDetection>(
    () => (over === undefined ? [] : [{ id: over }]),
    [over],
  );

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={collisions}
      autoScroll={{
        threshold: { x: 0.12, y: 0.16 },
        canScroll: (element) => element !== area || props.onEdge === undefined,
      }}
      accessibility={silent}
      onDragStart={() => {
        const item = pressed.current;
        if (item) drag.lift(idOf(item), 'pointer', item.offsetHeight);
      }}
      onDragEnd={drag.drop}
      onDragCancel={drag.cancel}
    >
      <Press {...props} pressed={pressed} />
      {groups.map((group) => (
        <Target key={group.key} area={area} id={group.key} />
      ))}
      {createPortal(
        <DragOverlay
          className="in-hand"
          dropAnimation={async ({ dragOverlay }) => {
            const target =
              area.querySelector('[data-slot]') ?? area.querySelector('.drag-source, [data-source]');
            await Promise.all([settle(dragOverlay.node, target), props.stored?.()]);
            drag.settled();
          }}
        >
          {drag.lifted?.by === 'pointer' && !drag.lifted.settling ? children : null}
        </DragOverlay>,
        document.body,
      )}
    </DndContext>
  );
}

/** Hands presses on items to the library, and follows the pointer while something is in hand. */
function Press({
  area,
  drag,
  groups,
  flow,
  grip,
  onEdge,
  onSecondFinger,
  pressed,
}: DragLayerProps & { pressed: { current: HTMLElement | null } }) {
  const { listeners, setNodeRef } = useDraggable({ id: HAND });
  const begin = useRef(listeners);
  begin.current = listeners;

  useEffect(() => {
    const onPress = (name: 'onMouseDown' | 'onTouchStart') => (event: Event) => {
      const target = event.target instanceof Element ? event.target : null;
      const item = target?.closest<HTMLElement>('[data-card], [data-row]');
      if (!item || !target || (grip ? !target.closest(grip) : target.closest('button, [role="checkbox"]')))
        return;
      pressed.current = item;
      setNodeRef(item);
      begin.current?.[name]?.({ nativeEvent: event });
    };
    const [onMouse, onTouch] = [onPress('onMouseDown'), onPress('onTouchStart')];
    area.addEventListener('mousedown', onMouse);
    area.addEventListener('touchstart', onTouch, { passive: true });
    area.dataset['drags'] = '';
    return () => {
      delete area.dataset['drags'];
      area.removeEventListener('mousedown', onMouse);
      area.removeEventListener('touchstart', onTouch);
    };
  }, [area, grip, pressed, setNodeRef]);

  const held = drag.lifted?.by === 'pointer' && !drag.lifted.settling ? drag.lifted.id : null;
  useEffect(() => (held === null ? undefined : swallowClicks()), [held]);
  useSecondFinger(held, onSecondFinger);
  const rests = useEdge(area, onEdge);
  usePointerAt(held !== null, (point, time) => {
    if (held === null) return;
    const place = placeAt(groups, readDrawn(area), held, point, flow);
    if (place) drag.moveOver(place);
    rests(point, time);
  });
  useEffect(() => {
    if (held === null) rests(null, 0);
  }, [held, rests]);
  return null;
}

/** A group, so that its list scrolls when something is held at its end. */
function Target({ area, id }: { area: HTMLElement; id: string }) {
  const { setNodeRef } = useDroppable({ id });
  useEffect(() => {
    setNodeRef(area.querySelector<HTMLElement>(`[data-drop="${CSS.escape(id)}"]`));
  }, [area, id, setNodeRef]);
  return null;
}

function useSecondFinger(held: string | null, onSecondFinger: DragLayerProps['onSecondFinger']): void {
  const latest = useRef(onSecondFinger);
  latest.current = onSecondFinger;
  useEffect(() => {
    if (held === null) return;
    const onTouch = (event: TouchEvent) => {
      if (event.touches.length < 2 || !(event.target instanceof Element)) return;
      event.preventDefault();
      latest.current?.(held, event.target);
    };
    window.addEventListener('touchstart', onTouch, { capture: true, passive: false });
    return () => window.removeEventListener('touchstart', onTouch, true);
  }, [held]);
}

/** Turns again and again while the pointer rests at an edge. Give it each point, null at the end. */
function useEdge(area: HTMLElement, onEdge: DragLayerProps['onEdge']) {
  const latest = useRef(onEdge);
  latest.current = onEdge;
  const state = useRef<{ resting: Resting | null; timer: ReturnType<typeof setTimeout> | null }>({
    resting: null,
    timer: null,
  });
  return useCallback(
    (point: Point | null, time: number) => {
      const stop = () => {
        if (state.current.timer !== null) clearTimeout(state.current.timer);
        state.current.timer = null;
      };
      const wait = (resting: Resting, now: number) => {
        const { side } = resting;
        const due = now + turnsIn(resting, now);
        state.current.timer = setTimeout(() => {
          latest.current?.(side);
          state.current.resting = { side, since: due };
          wait(state.current.resting, due);
        }, due - now);
      };
      const { left, right } = area.getBoundingClientRect();
      const resting = restAt(state.current.resting, point && edgeAt(point.x, left, right), time);
      if (resting === state.current.resting && resting !== null) return;
      state.current.resting = resting;
      stop();
      if (resting && latest.current) wait(resting, time);
    },
    [area],
  );
}

/** The page says where it is in its own words. */
const silent = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: '' },
};
