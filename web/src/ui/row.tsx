/**
 * The anatomy of a row: check · title · facts · mark · face. Two lines on a phone, one line with fixed
 * columns where its list is at least 40rem wide. It knows the places, not what stands in them.
 */
import {
  type CSSProperties,
  type LiHTMLAttributes,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useLayoutEffect,
  useRef,
} from 'react';
import { useWords } from '../words/use-words';
import { classNames } from './class-names';
import { Link } from './link';
import type { Hue } from './marks';
import { Pebble } from './marks';
import { durationOf } from './motion';
import { useBothRefs } from './use-both-refs';
import { uiWords } from './words';

/** The list item of a row, and what stands in it. */
export type RowProps = Omit<RowItemProps, 'children'> & RowPartsProps;

export interface RowItemProps extends LiHTMLAttributes<HTMLLIElement> {
  done?: boolean | undefined;
  selected?: boolean | undefined;
  /** The row whose task stands open beside the list. */
  current?: boolean | undefined;
  lifted?: boolean | undefined;
  leaving?: boolean | undefined;
  /** Its place among all rows, from 0, and how many there are: virtual lists show only some. */
  index?: number | undefined;
  count?: number | undefined;
  /** Its place among all that a virtual list measures, where that is not `index`: headings stand between. */
  at?: number | undefined;
  ref?: Ref<HTMLLIElement> | undefined;
}

export interface RowPartsProps {
  href: string;
  title: ReactNode;
  /** A Check, or nothing. */
  check?: ReactNode;
  /** RowWhen, RowPlace, RowCount, RowLabels and PriorityMark, in this order. */
  facts?: ReactNode;
  /** PendingMark or NeedsYouMark: what is true only here. */
  mark?: ReactNode;
  face?: ReactNode;
  /** Two or three IconButtons that appear with a mouse or the focus, in place of the project. */
  tools?: ReactNode;
  selected?: boolean | undefined;
  current?: boolean | undefined;
  /** Before the link is followed; call preventDefault to do something else. */
  onOpen?: ((event: MouseEvent) => void) | undefined;
  linkRef?: Ref<HTMLAnchorElement> | undefined;
  /** Takes the place of the present entry in the history: another row's thing is open already. */
  replace?: boolean | undefined;
}

/** Everything else (pointer handlers for swipes, `style`) goes to the list item. */
export function Row({
  href,
  title,
  check,
  facts,
  mark,
  face,
  tools,
  onOpen,
  linkRef,
  replace,
  ...item
}: RowProps) {
  const { selected, current } = item;
  const parts = { href, title, check, facts, mark, face, tools, selected, current, onOpen, linkRef, replace };
  return (
    <RowItem {...item}>
      <RowParts {...parts} />
    </RowItem>
  );
}

/** By itself where what stands in the row is remembered: rows above it come and go, and only its place changes. */
export function RowItem({
  done,
  selected,
  current,
  lifted,
  leaving,
  index,
  count,
  at = index,
  className,
  ref,
  ...rest
}: RowItemProps) {
  const item = useClosingUp(leaving, ref);
  const classes = classNames(
    'row',
    done && 'row-done',
    (selected || current) && 'row-selected',
    lifted && 'row-lifted',
    leaving && 'row-leaving',
    className,
  );
  return (
    <li
      {...rest}
      ref={item}
      className={classes}
      data-index={at}
      aria-posinset={index === undefined ? undefined : index + 1}
      aria-setsize={count}
    />
  );
}

export function RowParts({
  href,
  title,
  check,
  facts,
  mark,
  face,
  tools,
  selected,
  current,
  onOpen,
  linkRef,
  replace,
}: RowPartsProps) {
  const t = useWords(uiWords);
  return (
    <>
      {check}
      <Link
        ref={linkRef}
        href={href}
        replace={replace}
        className="row-main"
        draggable={false}
        aria-current={current ? 'true' : undefined}
        aria-description={selected ? t.selected : undefined}
        onClick={onOpen}
      >
        <span className="row-title">{title}</span>
        <span className="row-meta">{facts}</span>
      </Link>
      {tools && <span className="row-tools">{tools}</span>}
      <span className="row-end">
        <span className="row-slot">{mark}</span>
        {face ?? <span className="row-no-face" />}
      </span>
    </>
  );
}

/** A finished row closes up: its height goes with its ink. Gives the ref that does both. */
function useClosingUp(leaving: boolean | undefined, outer: Ref<HTMLLIElement> | undefined) {
  const item = useRef<HTMLLIElement | null>(null);
  useLayoutEffect(() => {
    const element = item.current;
    if (!leaving || !element?.animate) return;
    const from = `${element.offsetHeight}px`;
    const duration = durationOf(element, '--t-slow');
    const closing = element.animate(
      [
        { height: from, minHeight: from },
        { height: '0px', minHeight: '0px' },
      ],
      { duration, easing: 'ease-in', fill: 'forwards' },
    );
    return () => closing.cancel();
  }, [leaving]);
  return useBothRefs(item, outer);
}

/** When it is due. Always given, empty if there is none, so that the columns line up. */
export function RowWhen({ children, late = false }: { children?: ReactNode; late?: boolean }) {
  return <span className={classNames('row-when', late && 'row-when-late')}>{children}</span>;
}

/** The project. Always given, as RowWhen. */
export function RowPlace({ name, hue }: { name?: string | undefined; hue?: Hue | undefined }) {
  if (!name) return <span className="row-place" />;
  return (
    <span className="row-place">
      <Pebble hue={hue} />
      <span>{name}</span>
    </span>
  );
}

/** A small count with its icon: steps 2/5, files 2. */
export function RowCount({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <span className="row-count num" title={label}>
      {icon}
      <span className="sr-only">{label}: </span>
      {children}
    </span>
  );
}

/** Labels as they are typed: "#quotes #rope". */
export function RowLabels({ children }: { children: ReactNode }) {
  return <span className="row-labels">{children}</span>;
}

export interface RowsProps {
  label: string;
  /** For a virtual list: padding above and below in place of the rows that are not drawn. */
  style?: CSSProperties | undefined;
  /** Rows can be put into it, by this name. */
  drop?: string | undefined;
  ref?: Ref<HTMLUListElement> | undefined;
  children: ReactNode;
}

/** The list that rows stand in. Its container (Page) decides between two lines and one. */
export function Rows({ label, style, ref, drop, children }: RowsProps) {
  return (
    <ul ref={ref} className="rows" aria-label={label} style={style} data-drop={drop}>
      {children}
    </ul>
  );
}

/** A quiet line below a list that adds to it. */
export function AddRow({
  icon,
  children,
  shortcut,
  onPress,
}: {
  icon: ReactNode;
  children: ReactNode;
  shortcut?: ReactNode;
  onPress: () => void;
}) {
  return (
    <button type="button" className="add-row" onClick={onPress}>
      {icon}
      {children}
      {shortcut}
    </button>
  );
}
