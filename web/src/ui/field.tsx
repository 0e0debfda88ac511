/**
 * One line or several of text, with its label above and help or a fault below. The value is the
 * caller's: a fault never clears what was typed.
 */
import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { classNames } from './class-names';
import { AlertIcon } from './icons';

interface FieldWords {
  label: string;
  /** The label is for readers only: a placeholder or the place says it to the eye. */
  hideLabel?: boolean | undefined;
  help?: ReactNode;
  /** One sentence that says what is wrong and, if it can, what to do. */
  fault?: string | null | undefined;
}

export interface TextFieldProps
  extends FieldWords,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  value: string;
  onValue: (value: string) => void;
  /** lg: forms on their own page. round: a composer. */
  look?: 'lg' | 'round' | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}

export function TextField({
  label,
  hideLabel,
  help,
  fault,
  value,
  onValue,
  look,
  className,
  ref,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const classes = classNames(
    'input',
    look === 'lg' && 'input-l',
    look === 'round' && 'input-round',
    className,
  );
  return (
    <FieldFrame id={id} label={label} hideLabel={hideLabel} help={help} fault={fault}>
      <input
        {...rest}
        ref={ref}
        id={id}
        className={classes}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
        {...faultProps(id, help, fault)}
      />
    </FieldFrame>
  );
}

export interface TextAreaProps
  extends FieldWords,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange'> {
  value: string;
  onValue: (value: string) => void;
  ref?: Ref<HTMLTextAreaElement> | undefined;
}

export function TextArea({
  label,
  hideLabel,
  help,
  fault,
  value,
  onValue,
  className,
  rows = 3,
  ref,
  ...rest
}: TextAreaProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hideLabel={hideLabel} help={help} fault={fault}>
      <textarea
        {...rest}
        ref={ref}
        id={id}
        rows={rows}
        className={classNames('input', className)}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
        {...faultProps(id, help, fault)}
      />
    </FieldFrame>
  );
}

function FieldFrame({
  id,
  label,
  hideLabel,
  help,
  fault,
  children,
}: FieldWords & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'label'}>
        {label}
      </label>
      {children}
      {/* Always there, so that a fault that appears is read out. */}
      <div id={`${id}-fault`} aria-live="polite" className={fault ? undefined : 'sr-only'}>
        {fault && (
          <p className="help help-bad">
            <AlertIcon size="s" />
            {fault}
          </p>
        )}
      </div>
      {help && !fault && (
        <p id={`${id}-help`} className="help">
          {help}
        </p>
      )}
    </div>
  );
}

function faultProps(id: string, help: ReactNode, fault: string | null | undefined) {
  if (fault) return { 'aria-invalid': true, 'aria-describedby': `${id}-fault` };
  return help ? { 'aria-describedby': `${id}-help` } : {};
}
