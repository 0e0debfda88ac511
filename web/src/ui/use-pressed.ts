/** A press on a ring or a box, drawn with the next frame: it does not wait for the disk. */
import { useEffect, useRef, useState } from 'react';

/** Answers with the refusal's words where the press does not stand, with null once it is stored. */
export type OnChecked = (checked: boolean) => Promise<string | null> | undefined;

/** The list tells of what is stored well within it. Longer, and the press says what is not so. */
export const TOLD_WITHIN_MS = 2_000;

interface Pressed {
  /** What `checked` said at the press. */
  readonly from: boolean | 'mixed';
  readonly to: boolean;
  readonly stored: boolean;
}

/**
 * What was pressed, until `checked` says something new or the press is refused. Nothing new may come at all: it was so
 * already, or an undo came before the list was read.
 */
export function usePressed(checked: boolean | 'mixed', onChange: OnChecked | undefined) {
  const [pressed, setPressed] = useState<Pressed | null>(null);
  /** Another press waits for it: it never overtakes. */
  const underWay = useRef<Promise<string | null | undefined> | null>(null);
  const known = pressed?.from === checked ? pressed : null;
  // Else a later undo would meet the press again.
  if (pressed !== known) setPressed(known);
  const shown = known === null ? checked : known.to;

  useEffect(() => {
    if (!known?.stored) return;
    const waiting = setTimeout(() => setPressed(null), TOLD_WITHIN_MS);
    return () => clearTimeout(waiting);
  }, [known]);

  function press(): void {
    const mine: Pressed = { from: checked, to: shown !== true, stored: false };
    setPressed(mine);
    const ask = () => onChange?.(mine.to);
    const answer = underWay.current === null ? Promise.resolve(ask()) : underWay.current.then(ask, ask);
    underWay.current = answer;
    const become = (next: Pressed | null) => {
      if (underWay.current === answer) underWay.current = null;
      setPressed((now) => (now === mine ? next : now));
    };
    void answer.then(
      (refusal = null) => become(refusal === null ? { ...mine, stored: true } : null),
      // Nothing is stored: the ring says so, and what broke goes where unheard failures go.
      (bug: unknown) => {
        become(null);
        throw bug;
      },
    );
  }
  return { shown, press };
}
