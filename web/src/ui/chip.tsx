/** Chips: what was understood (with a way to take it back), and filters that are on or off. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { useWords } from '../words/use-words';
import { classNames } from './class-names';
import { CheckIcon, CloseIcon } from './icons';
import { uiWords } from './words';

export interface ChipProps {
  icon?: ReactNode;
  children: ReactNode;
  /** With it the chip has a cross. */
  onRemove?: (() => void) | undefined;
  /** What the cross does, for readers: "Turn back into words". */
  removeLabel?: string | undefined;
}

export function Chip({ icon, children, onRemove, removeLabel }: ChipProps) {
  const t = useWords(uiWords);
  return (
    <span className="chip chip-line">
      {icon}
      {children}
      {onRemove && (
        <button type="button" className="chip-remove" aria-label={removeLabel ?? t.remove} onClick={onRemove}>
          <CloseIcon />
        </button>
      )}
    </span>
  );
}

export interface ToggleChipProps {
  on: boolean;
  onChange: (on: boolean) => void;
  icon?: ReactNode;
  children: ReactNode;
}

export function ToggleChip({ on, onChange, icon, children }: ToggleChipProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      className={classNames('chip', on ? 'chip-on' : 'chip-line')}
      onClick={() => onChange(!on)}
    >
      {on ? <CheckIcon /> : icon}
      {children}
    </button>
  );
}

/** A chip that does something when pressed: a suggestion, a property not yet set. */
export function ActionChip({
  icon,
  children,
  onPress,
}: {
  icon?: ReactNode;
  children: ReactNode;
  onPress: () => void;
}) {
  return (
    <button type="button" className="chip chip-line" onClick={onPress}>
      {icon}
      {children}
    </button>
  );
}

export interface ChipButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon?: ReactNode;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** A chip that opens a menu or a popover: give it to a MenuButton or a PopoverButton as its trigger. */
export function ChipButton({ icon, children, className, ...rest }: ChipButtonProps) {
  return (
    <button type="button" {...rest} className={classNames('chip chip-line', className)}>
      {icon}
      {children}
    </button>
  );
}
