/** On or off, at once. */
export interface SwitchProps {
  checked: boolean;
  /** Leave out when `labelledBy` names words on the screen. */
  label?: string | undefined;
  labelledBy?: string | undefined;
  onChange: (checked: boolean) => void;
  disabled?: boolean | undefined;
}

export function Switch({ checked, label, labelledBy, onChange, disabled = false }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-label={label}
      aria-labelledby={labelledBy}
      disabled={disabled}
      className="switch"
      onClick={() => onChange(!checked)}
    />
  );
}
