/**
 * Columns of cards side by side. On a phone a column fills the screen, the next one peeks in, and tabs above lead to
 * each; from 768 px all stand beside each other. Arrow keys go from card to card and from column to column.
 */
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { classNames } from './class-names';
import { Link, type LinkProps } from './link';

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
}

export function Board({ label, columns }: { label: string; columns: readonly BoardColumn[] }) {
  const board = useRef<HTMLDivElement>(null);
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
      <nav className="board-tabs" aria-label="Columns">
        {columns.map((column, index) => (
          <button
            key={column.key}
            type="button"
            className="board-tab"
            aria-current={index === at ? 'true' : undefined}
            onClick={() => show(index)}
          >
            {column.title}
            {column.count > 0 && <span className="num">{column.count.toLocaleString('en')}</span>}
          </button>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as a form's part */}
      <div
        ref={board}
        className="board"
        role="group"
        aria-label={label}
        onScroll={onScroll}
        onKeyDown={moveFocus}
      >
        {columns.map((column) => (
          <section key={column.key} className="board-col" aria-label={column.title}>
            <header className="board-head">
              {column.mark}
              <h2>{column.title}</h2>
              <span className="num">{column.count.toLocaleString('en')}</span>
              {column.action}
            </header>
            <ol className="board-cards" aria-label={column.title}>
              {column.cards}
              {column.foot && <li className="board-foot">{column.foot}</li>}
            </ol>
          </section>
        ))}
      </div>
    </>
  );
}

export interface CardProps extends Pick<LinkProps, 'href' | 'replace'> {
  id: string;
  title: string;
  /** When, labels, priority. */
  facts: ReactNode;
  /** The waiting or needs-you mark. */
  mark?: ReactNode;
  face?: ReactNode;
  /** A way to move it that needs no dragging. */
  tools?: ReactNode;
  /** What it waits for. */
  foot?: ReactNode;
  done?: boolean | undefined;
  current?: boolean | undefined;
}

export function Card({ id, title, facts, mark, face, tools, foot, done, current, ...link }: CardProps) {
  return (
    <li className={classNames('card', done && 'card-done', current && 'card-selected')} data-card={id}>
      <div className="card-top">
        <Link {...link} className="card-title" aria-current={current ? 'true' : undefined}>
          {title}
        </Link>
        {tools}
      </div>
      <div className="card-meta">
        {facts}
        <span className="card-end">
          {mark}
          {face}
        </span>
      </div>
      {foot && <p className="card-foot">{foot}</p>}
    </li>
  );
}

/** Puts the focus on a card's link, wherever the card stands by now. */
export function focusCard(id: string): void {
  document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] .card-title`)?.focus();
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const link = event.target instanceof Element ? event.target.closest('.card-title') : null;
  const column = link?.closest('.board-col');
  if (!link || !column || event.altKey || event.ctrlKey || event.metaKey) return;
  const titles = (of: Element) => [...of.querySelectorAll<HTMLElement>('.card-title')];
  const own = titles(column);
  const row = own.indexOf(link as HTMLElement);
  const next = () => {
    if (event.key === 'ArrowDown') return own[row + 1];
    if (event.key === 'ArrowUp') return own[row - 1];
    const forwards = (event.key === 'ArrowRight') === (getComputedStyle(column).direction !== 'rtl');
    for (let beside = sibling(column, forwards); beside; beside = sibling(beside, forwards)) {
      const cards = titles(beside);
      if (cards.length > 0) return cards[Math.min(row, cards.length - 1)];
    }
    return undefined;
  };
  if (!event.key.startsWith('Arrow')) return;
  event.preventDefault();
  next()?.focus();
}

const sibling = (column: Element, forwards: boolean): Element | null =>
  forwards ? column.nextElementSibling : column.previousElementSibling;
