/**
 * Tasks in sections that scroll as one. A short list simply stands there; of a long one only what is near the screen
 * exists, headings included. Sizes and focus are real: rows keep their place in the flow.
 */
import type { Task } from '@holdfast/shared/entities/task';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { Rows } from '../../ui/row';
import { SectionHeader } from '../../ui/section-header';
import { useResting } from '../tasks/use-resting';
import { useScrollMargin } from '../tasks/use-scroll-margin';
import { type TaskRowsProps, useTaskRows } from '../tasks/use-task-rows';
import { type Item, type Section, toFlat, toItems, toRuns, withGone } from './sections';

export interface SectionedListProps extends TaskRowsProps {
  sections: readonly Section[];
  /** What scrolls; null until it stands. */
  scroller: HTMLElement | null;
  /** The last rows are near the screen: time to read more. */
  onEnd?: (() => void) | undefined;
  /** Rows can be put into its sections. */
  drops?: boolean | undefined;
}

/** Up to here all of it is drawn. */
const short = 80;
/** A guess for rows not yet seen: two lines on a phone, one on a desk. */
const usualHeight = 52;

export function SectionedList({ sections, scroller, onEnd, drops = false, ...props }: SectionedListProps) {
  const { sections: shown, onComplete } = useStaying(sections, props.onComplete);
  const rows = useTaskRows(
    useMemo(() => toFlat(shown), [shown]),
    { ...props, onComplete },
  );
  const items = useMemo(() => toItems(rows.ids, shown), [rows.ids, shown]);
  const flatAt = useMemo(() => new Map(rows.ids.map((id, at) => [id, at])), [rows.ids]);
  const { onNear } = rows;
  const tellNear = useCallback(
    (first: number, last: number) => {
      const at = (index: number) => flatAt.get(items[index]?.key ?? '') ?? 0;
      onNear(at(first), Math.max(at(first), at(last)));
      if (last >= items.length - 1) onEnd?.();
    },
    [items, flatAt, onNear, onEnd],
  );
  const draw = (item: Item, at: number, ref?: (element: HTMLElement | null) => void): ReactNode => {
    if (item.kind === 'row')
      return rows.row(item.key, { index: item.index, count: item.count, at, ...(ref ? { ref } : {}) });
    return (
      <div
        key={item.key}
        ref={ref}
        data-index={at}
        data-drop={drops ? item.section.key : undefined}
        className={item.kind === 'foot' ? 'sec-room' : 'sec-room sec-lined'}
      >
        {item.kind === 'foot' ? (
          item.section.foot
        ) : (
          <SectionHeader
            title={item.section.title}
            count={countOf(item.section)}
            late={item.section.late}
            quiet={item.section.quiet}
            action={item.section.action}
          />
        )}
      </div>
    );
  };
  const Body = items.length <= short ? AllItems : NearItems;
  return <Body items={items} draw={draw} scroller={scroller} onNear={tellNear} drops={drops} />;
}

const countOf = (section: Section): number | undefined =>
  section.count === null ? undefined : (section.count ?? section.ids.length);

/** While a finished row rests, the section that lost it stays. */
function useStaying(sections: readonly Section[], report: TaskRowsProps['onComplete']) {
  const resting = useResting();
  const before = useRef(sections);
  const shown = useMemo(
    () => (resting.moving ? withGone(before.current, sections) : sections),
    [sections, resting.moving],
  );
  before.current = shown;
  const { rest } = resting;
  const onComplete = (task: Task, done: boolean) => {
    if (done) rest(task.id);
    return report(task, done);
  };
  return { sections: shown, onComplete };
}

interface BodyProps {
  items: readonly Item[];
  draw: (item: Item, at: number, ref?: (element: HTMLElement | null) => void) => ReactNode;
  scroller: HTMLElement | null;
  onNear: (first: number, last: number) => void;
  drops: boolean;
}

function AllItems({ items, draw, onNear, drops }: BodyProps) {
  useLayoutEffect(() => onNear(0, items.length - 1), [items, onNear]);
  return (
    <div className="sectioned">
      <Runs items={items} from={0} draw={draw} drops={drops} />
    </div>
  );
}

function NearItems({ items, draw, scroller, onNear, drops }: BodyProps) {
  const room = useRef<HTMLDivElement>(null);
  const margin = useScrollMargin(room, scroller);
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: () => usualHeight,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 12,
    scrollMargin: margin,
  });

  const near = virtualizer.getVirtualItems();
  const [first, last] = [near[0], near.at(-1)];
  const [from, to] = [first?.index ?? 0, last?.index ?? 0];
  useLayoutEffect(() => onNear(from, to), [from, to, onNear]);
  return (
    <div
      ref={room}
      className="sectioned"
      style={{
        paddingBlockStart: first ? first.start - margin : 0,
        paddingBlockEnd: last ? virtualizer.getTotalSize() + margin - last.end : 0,
      }}
    >
      {first && (
        <Runs
          items={items.slice(from, to + 1)}
          from={from}
          drops={drops}
          draw={(item, at) => draw(item, at, virtualizer.measureElement)}
        />
      )}
    </div>
  );
}

function Runs({ items, from, draw, drops }: Pick<BodyProps, 'items' | 'draw' | 'drops'> & { from: number }) {
  let at = from;
  return toRuns(items).map((run) => {
    const [first] = run;
    const drawn = run.map((item) => draw(item, at++));
    if (first?.kind !== 'row') return drawn;
    return (
      <Rows
        key={`rows ${first.section.key}`}
        label={first.section.label ?? first.section.title}
        drop={drops ? first.section.key : undefined}
      >
        {drawn}
      </Rows>
    );
  });
}
