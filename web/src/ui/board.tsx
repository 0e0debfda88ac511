/**
 * Columns of cards side by side. On a phone a column fills the screen, the next one peeks in, and tabs above lead to
 * each; from 768 px all stand beside each other. Arrow keys go from card to card and from column to column.
 */
import { type FocusEvent, type KeyboardEvent, type ReactNode, type Ref, useRef, useState } from 'react';
import { number } from '../words/number';
import { useWords } from '../words/use-words';
import { moveCardFocus } from './board-focus';
import { classNames } from './class-names';
import { Link, type LinkProps } from './link';
import { useBothRefs } from './use-both-refs';
import { uiWords } from './words';

export interface BoardColumn {
  readonly key: string;
  readonly title: string;
  readonly mark: ReactNode;
  readonly count: number;
  /** At the end of its head. */
  readonly action?: ReactNode;
  readonly cards: ReactNode;
  /** Below the cards. */
  readonly foot?: ReactNode;
  /** A card is held over it. */
  readonly target?: boolean | undefined;
}

export interface BoardProps {
  label: string;
  /** What the tabs of the phone are, for readers. */
  tabsLabel: string;
  columns: readonly BoardColumn[];
  /** The element that holds the columns, for what is dragged. */
  boardRef?: Ref<HTMLDivElement> | undefined;
  /** Before the arrow keys move the focus. */
  onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
  onBlur?: ((event: FocusEvent<HTMLElement>) => void) | undefined;
}

export function Board({ label, tabsLabel, columns, boardRef, onKeyDown, onBlur }: BoardProps) {
  const board = useRef<HTMLDivElement>(null);
  const ref = useBothRefs(board, boardRef);
  const [at, setAt] = useState(0);

  function onScroll() {
    const element = board.current;
    if (!element) return;
    const lefts = [...element.children].map((child) =>
      Math.abs((child as HTMLElement).offsetLeft - element.scrollLeft),
    );
    const end = Math.abs(element.scrollLeft) + element.clientWidth >= element.scrollWidth - 2;
    setAt(end ? lefts.length - 1 : lefts.indexOf(Math.min(...lefts)));
  }
  const show = (index: number) =>
    board.current?.children[index]?.scrollIntoView({ inline: 'start', block: 'nearest' });

  return (
    <>
      <nav className="board-tabs" aria-label={tabsLabel}>
        {columns.map((column, index) => (
          <button
            key={column.key}
            type="button"
            className="board-tab"
            aria-current={index === at ? 'true' : undefined}
            onClick={() => show(index)}
          >
            {column.title}
            {column.count > 0 && <span className="num">{number(column.count)}</span>}
          </button>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as a form's part */}
      <div
        ref={ref}
        className="board"
        role="group"
        aria-label={label}
        onScroll={onScroll}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (!event.defaultPrevented) moveCardFocus(event);
        }}
        onBlur={onBlur}
      >
        {columns.map((column) => (
          <section
            key={column.key}
            className={classNames('board-col', column.target && 'board-col-target')}
            aria-label={column.title}
          >
            <header className="board-head">
              {column.mark}
              <h2>{column.title}</h2>
              <span className="num">{number(column.count)}</span>
              {column.action}
            </header>
            <div className="board-cards">
              <ol aria-label={column.title} data-drop={column.key}>
                {column.cards}
              </ol>
              {column.foot && <div className="board-foot">{column.foot}</div>}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}

export interface CardProps extends Pick<LinkProps, 'href' | 'replace'> {
  id: string;
  title: string;
  /** When, labels, priority; null: none, then the face stands beside the title. */
  facts: ReactNode | null;
  /** The waiting or needs-you mark. */
  mark?: ReactNode;
  face?: ReactNode;
  /** A way to move it that needs no dragging. */
  tools?: ReactNode;
  /** What it waits for. */
  foot?: ReactNode;
  done?: boolean | undefined;
  current?: boolean | undefined;
  selected?: boolean | undefined;
  /** It is in hand: this is where it came from. */
  source?: boolean | undefined;
}

export function Card({ id, source, current, selected, ...parts }: CardProps) {
  const t = useWords(uiWords);
  const { title, facts, mark, face, tools, foot, done, ...link } = parts;
  const end = <CardEnd mark={mark} face={face} />;
  const classes = classNames(
    'card',
    done && 'card-done',
    (current || selected) && 'card-selected',
    source && 'drag-source',
  );
  return (
    <li className={classes} data-card={id}>
      <div className="card-top">
        <Link
          {...link}
          className="card-title"
          draggable={false}
          aria-current={current ? 'true' : undefined}
          aria-description={selected ? t.selected : undefined}
        >
          {title}
        </Link>
        {!facts && end}
        {tools}
      </div>
      {facts && <CardFacts end={end}>{facts}</CardFacts>}
      {foot && <p className="card-foot">{foot}</p>}
    </li>
  );
}

/** A card in hand: the same to look at, and nothing to press. */
export function LiftedCard({ title, facts, mark, face, foot, done }: CardProps) {
  const end = <CardEnd mark={mark} face={face} />;
  return (
    <div className={classNames('card card-lifted', done && 'card-done')} aria-hidden="true">
      <div className="card-top">
        <span className="card-title">{title}</span>
        {!facts && end}
      </div>
      {facts && <CardFacts end={end}>{facts}</CardFacts>}
      {foot && <p className="card-foot">{foot}</p>}
    </div>
  );
}

function CardEnd({ mark, face }: Pick<CardProps, 'mark' | 'face'>) {
  if (!mark && !face) return null;
  return (
    <span className="card-end">
      {mark}
      {face}
    </span>
  );
}

function CardFacts({ end, children }: { end: ReactNode; children: ReactNode }) {
  return (
    <div className="card-meta">
      {children}
      {end}
    </div>
  );
}

/** Where the card in hand would stand, as high as it is. What the keyboard moves lies in it. */
export function CardSlot({ height, children }: { height: number; children?: ReactNode }) {
  return (
    <li className="drop-slot" data-slot="" style={{ minHeight: height }} aria-hidden="true">
      {children}
    </li>
  );
}
