/** A few choices side by side, one of them taken. Arrow keys move; the chosen one is in the tab order. */
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { classNames } from './class-names';
import { Link } from './link';

export interface Segment<T extends string> {
  value: T;
  label: ReactNode;
}

export interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  segments: ReadonlyArray<Segment<T>>;
  onValue: (value: T) => void;
  wide?: boolean | undefined;
}

export function Segmented<T extends string>({ label, value, segments, onValue, wide }: SegmentedProps<T>) {
  const group = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent) {
    const step = arrowStep(event);
    if (step === 0) return;
    event.preventDefault();
    const at = segments.findIndex((segment) => segment.value === value);
    const next = (at + step + segments.length) % segments.length;
    const target = segments[next];
    if (!target) return;
    onValue(target.value);
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[next]?.focus();
  }

  return (
    <div ref={group} className={classNames('seg', wide && 'seg-wide')} role="radiogroup" aria-label={label}>
      {segments.map((segment) => (
        // biome-ignore lint/a11y/useSemanticElements: the drawn segment is a button with the role of a radio
        <button
          key={segment.value}
          type="button"
          role="radio"
          aria-checked={segment.value === value}
          tabIndex={segment.value === value ? 0 : -1}
          className="seg-part"
          onClick={() => onValue(segment.value)}
          onKeyDown={move}
        >
          {segment.label}
        </button>
      ))}
    </div>
  );
}

function arrowStep(event: KeyboardEvent): -1 | 0 | 1 {
  const backwards = getComputedStyle(event.currentTarget).direction === 'rtl';
  if (event.key === 'ArrowDown') return 1;
  if (event.key === 'ArrowUp') return -1;
  if (event.key === 'ArrowRight') return backwards ? -1 : 1;
  if (event.key === 'ArrowLeft') return backwards ? 1 : -1;
  return 0;
}

export interface SegmentedLinksProps {
  label: string;
  links: ReadonlyArray<{ href: string; label: ReactNode; current: boolean; onClick?: () => void }>;
  wide?: boolean | undefined;
}

/** The same look for switching between addresses. */
export function SegmentedLinks({ label, links, wide }: SegmentedLinksProps) {
  return (
    <nav className={classNames('seg', wide && 'seg-wide')} aria-label={label}>
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          replace
          className="seg-part"
          aria-current={link.current ? 'page' : undefined}
          onClick={link.onClick}
        >
          {link.label}
        </Link>
      ))}
    </nav>
  );
}
