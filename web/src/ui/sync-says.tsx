/**
 * What the app says about where changes are: the pill at the foot of the sidebar, the button on a
 * phone, the heading of the sync centre. The words come from the caller; these only show them.
 */
import type { ReactNode } from 'react';
import { number } from '../words/number';
import { useWords } from '../words/use-words';
import { classNames } from './class-names';
import { Link } from './link';
import { Meter } from './progress';
import { SyncRing, type SyncShape } from './sync-ring';
import { uiWords } from './words';

export interface SyncSays {
  shape: SyncShape;
  /** "3 changes saved here" */
  first: string;
  /** "Sending when the signal holds": never contradicts the first. */
  second?: string | undefined;
  /** For `going`: 0 to 1. */
  fraction?: number | undefined;
}

export interface SyncPillProps extends SyncSays {
  href: string;
  current?: boolean | undefined;
}

/** At the foot of the sidebar; only its ring on the tablet's rail. */
export function SyncPill({ shape, first, second, fraction, href, current = false }: SyncPillProps) {
  return (
    <Link href={href} className="sync-pill" aria-current={current ? 'page' : undefined}>
      <SyncRing shape={shape} fraction={fraction} />
      <span>
        <span className="sync-pill-first">{first}</span>
        {second && <span className="sync-pill-second">{second}</span>}
      </span>
    </Link>
  );
}

export interface SyncButtonProps extends SyncSays {
  href: string;
  /** How many wait or need you; nothing when in step. */
  count?: number | undefined;
}

/** On a phone: the ring and a count. Hidden from 768 px, where the pill stands. */
export function SyncButton({ shape, first, second, fraction, count, href }: SyncButtonProps) {
  return (
    <Link
      href={href}
      className={classNames('sync-button', `sync-${shape}`)}
      aria-label={second ? `${first}. ${second}` : first}
    >
      <SyncRing shape={shape} fraction={fraction} />
      {count !== undefined && count > 0 && number(count)}
    </Link>
  );
}

export interface SyncHeadProps {
  shape: SyncShape;
  title: string;
  children: ReactNode;
  /** A long send: how many of how many. */
  sent?: { value: number; most: number } | undefined;
}

/** The heading of the sync centre. */
export function SyncHead({ shape, title, children, sent }: SyncHeadProps) {
  const t = useWords(uiWords);
  return (
    <div className="sync-head">
      <SyncRing shape={shape} fraction={sent ? sent.value / sent.most : 0} className="sync-head-ring" />
      <div className="min-w-0 flex-1">
        <h1>{title}</h1>
        <p>{children}</p>
        {sent && <Meter label={t.changesSent} value={sent.value} most={sent.most} size="l" tone="tide" />}
      </div>
    </div>
  );
}
