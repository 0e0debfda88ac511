/** Facts as a list of names and values, and properties that open something when pressed. */
import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names';

/** Rows of name and value, the values at the end. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The properties of one thing: one column on a phone, two from 768 px. */
export function Properties({ children }: { children: ReactNode }) {
  return <dl className="props">{children}</dl>;
}

export interface PropertyProps {
  name: string;
  /** Over both columns. */
  wide?: boolean | undefined;
  /** A PropertyButton, or a PropertyValue where it cannot be changed. */
  children: ReactNode;
}

export function Property({ name, wide = false, children }: PropertyProps) {
  return (
    <div className={classNames('prop', wide && 'prop-wide')}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export interface PropertyButtonProps {
  /** An icon, a mark or a face. */
  mark?: ReactNode;
  /** The words for readers, with the name: "Due: tomorrow". */
  label: string;
  /** Nothing chosen yet. */
  unset?: boolean | undefined;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement> | undefined;
  /** Spread the trigger props of a MenuButton here. */
  [prop: `on${string}` | `aria-${string}`]: unknown;
}

export function PropertyButton({ mark, label, unset = false, children, ref, ...rest }: PropertyButtonProps) {
  return (
    <button type="button" {...rest} ref={ref} className="prop-value" aria-label={label}>
      {mark && <span className="prop-mark">{mark}</span>}
      <span className={classNames('prop-text', unset && 'prop-unset')}>{children}</span>
    </button>
  );
}

export function PropertyValue({ mark, children }: { mark?: ReactNode; children: ReactNode }) {
  return (
    <span className="prop-value">
      {mark && <span className="prop-mark">{mark}</span>}
      <span className="prop-text">{children}</span>
    </span>
  );
}

export interface BlockProps {
  title: string;
  /** Something small beside the title: a count. */
  note?: ReactNode;
  /** Buttons at the far end. */
  tools?: ReactNode;
  children: ReactNode;
}

/** A heading within an open thing, with something small at its end. */
export function Block({ title, note, tools, children }: BlockProps) {
  return (
    <section className="part">
      <div className="part-head">
        <h2 className="h3">{title}</h2>
        {note && <span className="meta num">{note}</span>}
        {tools && <span className="part-tools">{tools}</span>}
      </div>
      {children}
    </section>
  );
}
