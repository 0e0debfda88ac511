/** Key presses anywhere on the page, with what has the focus: a field, a layer above the page, or a row. */
import { useEffect, useRef } from 'react';

export interface PageKey {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly inField: boolean;
  /** Text is being written: the browser's own undo rules there. */
  readonly inText: boolean;
  readonly onRow: boolean;
}

/** `heard` answers whether it took the press; then the browser does nothing with it. */
export function usePageKeys(heard: (press: PageKey) => boolean): void {
  const latest = useRef(heard);
  latest.current = heard;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : null;
      const press: PageKey = {
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        alt: event.altKey,
        inField: target?.closest(fields) != null,
        inText: target?.closest(texts) != null,
        onRow: target?.closest('.row') != null,
      };
      if (latest.current(press)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

const fields =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="radiogroup"]';

const texts = 'input, textarea, [contenteditable="true"]';

/** The row that has the focus. */
export function focusedRowId(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null;
}

/** Moves the focus to the next or previous row of the page; from nowhere to its first. */
export function moveRowFocus(by: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('.main .row-main')];
  const row = document.activeElement?.closest('.row') ?? null;
  const at = links.findIndex((link) => link.closest('.row') === row);
  const next = at === -1 ? links[0] : links[at + by];
  if (!next) return at !== -1;
  next.focus();
  next.closest('.row')?.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Presses the check of the focused row, as a pointer would: the row then rests and closes up in the same way. */
export function pressRowCheck(): boolean {
  const row = document.activeElement?.closest('.row');
  const check = row?.querySelector<HTMLElement>(':scope > .check');
  // The check itself answers Space.
  if (!check || document.activeElement === check) return false;
  check.click();
  return true;
}

/** Puts the focus on a row's link, where it is on the page: after what it opened has closed. */
export function focusRow(id: string): void {
  document.querySelector<HTMLElement>(`.main [data-row="${CSS.escape(id)}"] .row-main`)?.focus();
}

/** Before a row goes: its focus moves to the next one, or to the one before. */
export function passRowFocusOn(id: string): void {
  const row = document.activeElement?.closest<HTMLElement>('[data-row]');
  if (row?.dataset['row'] !== id) return;
  const links = [...document.querySelectorAll<HTMLElement>('.main .row-main')];
  const at = links.findIndex((link) => link.closest('.row') === row);
  (links[at + 1] ?? links[at - 1])?.focus();
}
