/**
 * The ring that completes a thing. Smaller to see than to touch: the target is 44 px on touch, 32 with
 * a mouse. Feedback begins on pointer-down (CSS); the change happens on click, as keyboards expect, and is drawn with
 * the next frame: it does not wait for the disk.
 */
import { type Ref, useEffect, useRef, useState } from 'react';
import { classNames } from './class-names';
import { CheckIcon } from './icons';

export interface CheckProps {
  checked: boolean | 'mixed';
  /** Says what it completes: "Complete: Pay the rent". */
  label: string;
  /** Answers with the refusal's words where the press does not stand, with null once it is stored. */
  onChange?: ((checked: boolean) => Promise<string | null> | undefined) | undefined;
  /** For those who may look but not change. */
  disabled?: boolean | undefined;
  /** Steps are rounded squares. */
  step?: boolean | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

export function Check({ checked, label, onChange, disabled = false, step = false, ref }: CheckProps) {
  const { shown, press } = usePressed(checked, onChange);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button with the role keeps the press feedback and the drawn ring
    <button
      ref={ref}
      type="button"
      role="checkbox"
      aria-checked={shown}
      aria-label={label}
      disabled={disabled}
      className={classNames('check', step && 'check-step')}
      onClick={(event) => {
        event.stopPropagation();
        press();
      }}
    >
      <span className="check-mark">
        <CheckIcon />
      </span>
    </button>
  );
}

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
function usePressed(checked: boolean | 'mixed', onChange: CheckProps['onChange']) {
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
    void answer.then((refusal = null) => {
      if (underWay.current === answer) underWay.current = null;
      setPressed((now) => {
        if (now !== mine) return now;
        return refusal === null ? { ...mine, stored: true } : null;
      });
    });
  }
  return { shown, press };
}
