/**
 * Buttons. One `main` per view. Local work never waits, so there is no spinner; work that needs the
 * network swaps its label for `sending` and stays in place. A button that rests says why beside it.
 */
import { type ButtonHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import { classNames } from './class-names';
import { Link, type LinkProps } from './link';

export type ButtonKind = 'main' | 'line' | 'quiet' | 'text' | 'danger';

interface Look {
  kind?: ButtonKind | undefined;
  /** An icon before the label. */
  icon?: ReactNode;
  /** lg: forms on their own page. head: in a section's heading line. */
  size?: 'lg' | 'head' | undefined;
  wide?: boolean | undefined;
}

export interface ButtonProps extends Look, ButtonHTMLAttributes<HTMLButtonElement> {
  /** While the network works: the label that stands in, such as "Sending…". */
  sending?: string | false | undefined;
  /** Makes it rest, and says why in words beside it: "Needs a connection". */
  restsBecause?: string | false | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

export function Button({
  kind = 'line',
  icon,
  size,
  wide,
  sending,
  restsBecause,
  className,
  children,
  onClick,
  type = 'button',
  ref,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const resting = Boolean(restsBecause) || Boolean(sending);
  const button = (
    <button
      {...rest}
      ref={ref}
      type={type}
      className={classNames(look({ kind, size, wide }), className)}
      aria-disabled={resting || undefined}
      aria-describedby={restsBecause ? reasonId : rest['aria-describedby']}
      onClick={resting ? (event) => event.preventDefault() : onClick}
    >
      {icon}
      {sending === undefined ? children : <Words usual={children} sending={sending} />}
    </button>
  );
  if (!restsBecause) return button;
  return (
    <>
      {button}
      <span id={reasonId} className="btn-because">
        {restsBecause}
      </span>
    </>
  );
}

/** Both wordings take up room, so nothing moves when one replaces the other. */
function Words({ usual, sending }: { usual: ReactNode; sending: string | false }) {
  return (
    <span className="btn-words" aria-live="polite">
      <span className={sending ? 'btn-words-off' : undefined} aria-hidden={sending ? true : undefined}>
        {usual}
      </span>
      {sending && <span>{sending}</span>}
    </span>
  );
}

export interface ButtonLinkProps extends Look, LinkProps {}

export function ButtonLink({
  kind = 'line',
  icon,
  size,
  wide,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link {...rest} className={classNames(look({ kind, size, wide }), className)}>
      {icon}
      {children}
    </Link>
  );
}

function look({ kind, size, wide }: Look): string {
  return classNames('btn', `btn-${kind}`, size && `btn-${size}`, wide && 'btn-wide');
}
