/**
 * The ring that completes a thing. Smaller to see than to touch: the target is 44 px on touch, 32 with
 * a mouse. Feedback begins on pointer-down (CSS); the change happens on click, as keyboards expect.
 */
import type { Ref } from 'react';
import { classNames } from './class-names';
import { CheckIcon } from './icons';
import { type OnChecked, usePressed } from './use-pressed';

export interface CheckProps {
  checked: boolean | 'mixed';
  /** Says what it completes: "Complete: Pay the rent". */
  label: string;
  onChange?: OnChecked | undefined;
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
