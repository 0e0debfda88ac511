/** Key presses anywhere on the page, with what has the focus: a field, a layer above the page, or a row. */
import { useEffect, useRef } from 'react';
import { isComposing } from './composing';
import { focusedSoon } from './focus-back';
import { typedAhead } from './type-ahead';

export interface KeyPress {
  /** What the key writes, and where it lies (`KeyN`). */
  readonly key: string;
  readonly code: string;
  readonly ctrl: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
  /** The key that makes third characters (`[` on many layouts), which browsers may call Ctrl and Alt. */
  readonly altGraph?: boolean;
  /** A field, a menu or a dialog has the focus. */
  readonly inField?: boolean;
  /** Text is being written: the browser's own undo rules there. */
  readonly inText?: boolean;
  readonly inDialog?: boolean;
  /** A button that answers Space and Enter itself. */
  readonly onControl?: boolean;
}

/** Answers whether it took the press; then the browser does nothing with it. */
export type HearsKey = (press: KeyPress) => boolean;

/** Until somebody listens, presses are kept: what is pressed while the page loads is done when it can be. */
export interface KeyInbox {
  press(press: KeyPress): boolean;
  /** From now on `heard` takes them; returns what ends it. */
  listen(heard: HearsKey): () => void;
}

export function createKeyInbox(): KeyInbox {
  let hears: HearsKey | null = null;
  let kept: KeyPress[] = [];
  return {
    press(press) {
      if (hears) return hears(press);
      kept.push(press);
      return false;
    },
    listen(heard) {
      hears = heard;
      const early = kept;
      kept = [];
      // What was pressed behind a key that opens a field was meant for the field.
      for (const press of early) if (isChord(press) || !typedAhead(press.key)) heard(press);
      return () => {
        hears = null;
      };
    },
  };
}

/** Writes nothing, in no field. */
const isChord = ({ ctrl, alt, altGraph }: KeyPress): boolean => !altGraph && (ctrl || alt === true);

/** What the search button stands for. */
export const findKey: KeyPress = { key: 'k', code: '', ctrl: true };

export function usePageKeys(heard: HearsKey): void {
  const latest = useRef(heard);
  latest.current = heard;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return;
      const target = event.target instanceof Element ? event.target : null;
      const within = (selector: string) => target?.closest(selector) != null;
      const press: KeyPress = {
        key: event.key,
        code: event.code,
        ctrl: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        alt: event.altKey,
        altGraph: event.getModifierState?.('AltGraph') ?? false,
        inField: within(fields),
        inText: within(texts),
        inDialog: within('[role="dialog"]'),
        onControl: within('button, [role="button"], summary, a:not(.row-main, .card-title)'),
      };
      if (latest.current(press)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

const fields =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"], [role="radiogroup"]';

const texts = 'input, textarea, [contenteditable="true"]';

/** The row or card that has the focus, or gets it back from a dialog that fades. */
export function focusedRowId(): string | null {
  const item = focusedSoon()?.closest<HTMLElement>('[data-row], [data-card]');
  return item?.dataset['row'] ?? item?.dataset['card'] ?? null;
}

/** Before a row goes: its focus moves to the next one, or to the one before. */
export function passRowFocusOn(id: string): void {
  const row = document.activeElement?.closest<HTMLElement>('[data-row]');
  if (row?.dataset['row'] !== id) return;
  const links = [...document.querySelectorAll<HTMLElement>('.main .row-main')];
  const at = links.findIndex((link) => link.closest('.row') === row);
  (links[at + 1] ?? links[at - 1])?.focus();
}
