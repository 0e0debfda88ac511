/** A button that is only an icon; its label is for readers and shows as a tip. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './class-names';
import { Link, type LinkProps } from './link';

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  label: string;
  icon: ReactNode;
  /** The single key that does the same, for the tip. */
  shortcut?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

export function IconButton({ label, icon, shortcut, className, ref, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      ref={ref}
      className={classNames('icon-btn', className)}
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
    >
      {icon}
    </button>
  );
}

export interface IconLinkProps extends LinkProps {
  label: string;
  icon: ReactNode;
}

export function IconLink({ label, icon, className, ...rest }: IconLinkProps) {
  return (
    <Link {...rest} className={classNames('icon-btn', className)} aria-label={label} title={label}>
      {icon}
    </Link>
  );
}

/** Add or send: one arrow or plus on the accent. */
export function SendButton({ label, icon, className, ref, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      ref={ref}
      className={classNames('btn btn-main btn-send', className)}
      aria-label={label}
    >
      {icon}
    </button>
  );
}
