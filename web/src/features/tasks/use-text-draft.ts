/** `text-draft.ts` with its moments of saving: one second of quiet, leaving the field, closing, hiding the page. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { holdUnsaved } from '../../platform/unsaved';
import { onVisibility } from '../../platform/visibility';
import { panelWords } from './panel-words';
import { openDraft, refused, saved, type TextDraft, type TextEdit, typed, unsaved } from './text-draft';
import { useOfferUnstored } from './use-offer-unstored';

const quietFor = 1000;
/** A stored text stays in the field until the live query brings the row, so that nothing flickers back. */
const settleFor = 500;

export interface TextDraftOptions {
  /** The row as the screen shows it, live. */
  readonly value: string;
  /** The row's confirmed version, live. */
  readonly version: number;
  /** Writes the edit; words if it was refused, null if it is stored. */
  readonly save: (edit: TextEdit) => Promise<string | null>;
  /** What storing does to the text. */
  readonly tidy?: (text: string) => string;
  /** What is wrong with the text itself, before it is written. */
  readonly check?: (text: string) => string | null;
}

export interface TextDraftField {
  readonly text: string;
  readonly fault: string | null;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onText: (text: string) => void;
  /** From the text as it is at that moment, which may be newer than what was last painted. */
  readonly change: (to: (text: string) => string) => void;
  /** Saves at once, as Enter and closing do. */
  readonly flush: () => Promise<void>;
}

export function useTextDraft(options: TextDraftOptions): TextDraftField {
  const latest = useRef(options);
  latest.current = options;
  const [draft, setShown] = useState<TextDraft | null>(null);
  const [settling, setSettling] = useState<Settling | null>(null);
  const stored = useRef<Settling | null>(null);
  const current = useRef<TextDraft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const focused = useRef(false);
  const saving = useRef<Promise<void>>(Promise.resolve());

  const release = useRef<(() => void) | null>(null);
  const offer = useOfferUnstored();

  const settle = useCallback((next: Settling | null) => {
    stored.current = next;
    setSettling(next);
  }, []);

  /** The one that is being written, or a new one on what the author sees. */
  const draftNow = useCallback((): TextDraft => {
    const { value, version } = latest.current;
    return current.current ?? openDraft(settled(stored.current, value), version);
  }, []);

  const set = useCallback((next: TextDraft | null) => {
    current.current = next;
    setShown(next);
    // While there are words that are nowhere but here, the page is not reloaded for an update.
    const differs = next !== null && unsaved(next, latest.current.tidy) !== null;
    if (differs && !release.current) release.current = holdUnsaved();
    if (!differs) {
      release.current?.();
      release.current = null;
    }
  }, []);

  /** Writes what is unsaved now. A save that throws is a fault of ours: its author is told all the same. */
  const store = useCallback(async (): Promise<void> => {
    const before = current.current;
    const edit = before && unsaved(before, latest.current.tidy);
    if (before && edit) {
      const { check, save } = latest.current;
      const answer = (fault: string | null) => {
        const now = current.current;
        if (now) set(fault === null ? saved(now, edit) : refused(now, fault));
      };
      try {
        answer(check?.(edit.to) ?? (await save(edit)));
      } catch (bug) {
        answer(panelWords.get().notStored);
        throw bug;
      }
    }
    const now = current.current;
    if (now && !focused.current && !unsaved(now, latest.current.tidy)) {
      if (edit) settle({ text: now.from, over: latest.current.value });
      set(null);
    }
  }, [set, settle]);

  /** One save after the other, whatever became of the one before: each starts from what that has sent. */
  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    saving.current = saving.current.then(store, store);
    return saving.current;
  }, [store]);

  useEffect(() => {
    const stop = onVisibility((visible) => {
      if (!visible) void flush();
    });
    return () => {
      stop();
      void flush().finally(() => {
        release.current?.();
        const left = current.current;
        const hasWords =
          left !== null && unsaved(left, latest.current.tidy) !== null && left.text.trim() !== '';
        if (hasWords && left.fault !== null) offer(left.text, left.fault);
      });
    };
  }, [flush, offer]);

  useEffect(() => {
    if (!settling) return;
    if (settling.over !== options.value) return settle(null);
    const done = setTimeout(() => settle(null), settleFor);
    return () => clearTimeout(done);
  }, [settling, settle, options.value]);

  const onFocus = useCallback(() => {
    focused.current = true;
    if (!current.current) set(draftNow());
  }, [set, draftNow]);

  const onBlur = useCallback(() => {
    focused.current = false;
    void flush();
  }, [flush]);

  const change = useCallback(
    (to: (text: string) => string) => {
      const before = draftNow();
      set(typed(before, to(before.text)));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), quietFor);
    },
    [set, flush, draftNow],
  );
  const onText = useCallback((text: string) => change(() => text), [change]);

  const text = draft?.text ?? settled(settling, options.value);
  return { text, fault: draft?.fault ?? null, onFocus, onBlur, onText, change, flush };
}

/** A text that is stored, and the value that it stands in for until that is read anew. */
interface Settling {
  readonly text: string;
  readonly over: string;
}

const settled = (stored: Settling | null, value: string): string =>
  stored?.over === value ? stored.text : value;
