/**
 * Something in hand: lifted from a place, over another one, let go there or returned. One state for mouse, touch and
 * keyboard; who draws it and who moves the pointer stand elsewhere.
 *
 *   resting ── lift ──▶ lifted ── drop ──▶ settling ── settled ──▶ resting
 *                         └────── cancel ───▶ resting
 */
import { useCallback, useMemo, useRef, useState } from 'react';
import {
  countsAt,
  type DropGroup,
  type Flow,
  type Place,
  placeOf,
  type Step,
  samePlace,
  stepFrom,
} from './places';

export interface Lifted {
  readonly id: string;
  readonly by: 'pointer' | 'keys';
  readonly from: Place;
  readonly over: Place;
  /** Of what was lifted: the slot is as high. */
  readonly height: number;
  /** Let go: it goes to its slot, and takes no more steps. */
  readonly settling: boolean;
}

/** What a reader is told, at once. */
export interface DragNews {
  readonly what: 'lifted' | 'over' | 'dropped' | 'returned';
  readonly id: string;
  readonly groupLabel: string;
  readonly position: number;
  readonly of: number;
}

export interface Drag {
  readonly lifted: Lifted | null;
  /** Another place than it came from. */
  readonly moves: boolean;
  readonly news: DragNews | null;
  readonly lift: (id: string, by: Lifted['by'], height: number) => boolean;
  readonly moveOver: (place: Place) => void;
  readonly step: (step: Step) => void;
  readonly drop: () => void;
  readonly cancel: () => void;
  readonly settled: () => void;
}

export interface DragOptions {
  /** As they stand on the screen when it is asked. */
  readonly groups: () => readonly DropGroup[];
  readonly flow: Flow;
  /** Called once for each drop at another place than it came from. */
  readonly onDrop: (id: string, to: Place, by: Lifted['by']) => void;
}

export function useDrag(options: DragOptions): Drag {
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [news, setNews] = useState<DragNews | null>(null);
  const latest = useRef(options);
  latest.current = options;
  // Events come faster than paints: each goes on from the last, not from what is painted.
  const hand = useRef<Lifted | null>(null);

  const hold = useCallback((next: Lifted | null) => {
    hand.current = next;
    setLifted(next);
  }, []);
  const say = useCallback((what: DragNews['what'], id: string, place: Place) => {
    const groups = latest.current.groups();
    const groupLabel = groups.find((group) => group.key === place.group)?.label ?? '';
    setNews({ what, id, groupLabel, ...countsAt(groups, id, place) });
  }, []);

  const actions = useMemo(() => {
    const moveOver = (over: Place) => {
      const held = hand.current;
      if (!held || held.settling || samePlace(held.over, over)) return;
      hold({ ...held, over });
      say('over', held.id, over);
    };
    return {
      moveOver,
      lift(id: string, by: Lifted['by'], height: number) {
        const from = placeOf(latest.current.groups(), id);
        if (!from || hand.current) return false;
        hold({ id, by, from, over: from, height, settling: false });
        say('lifted', id, from);
        return true;
      },
      step(step: Step) {
        const held = hand.current;
        const { groups, flow } = latest.current;
        if (held) moveOver(stepFrom(groups(), held.id, held.over, step, flow));
      },
      drop() {
        const held = hand.current;
        if (!held || held.settling) return;
        const moves = !samePlace(held.from, held.over);
        say(moves ? 'dropped' : 'returned', held.id, held.over);
        if (moves) latest.current.onDrop(held.id, held.over, held.by);
        // What the keyboard moved lies in its slot already.
        hold(held.by === 'keys' ? null : { ...held, settling: true });
      },
      cancel() {
        const held = hand.current;
        if (!held || held.settling) return;
        say('returned', held.id, held.from);
        hold(held.by === 'keys' ? null : { ...held, over: held.from, settling: true });
      },
      settled: () => hold(null),
    };
  }, [hold, say]);

  return { lifted, moves: lifted !== null && !samePlace(lifted.from, lifted.over), news, ...actions };
}
