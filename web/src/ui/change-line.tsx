/** One change in words: what, when and where; and if it needs you, why, your words, what you can do. */
import type { ReactNode } from 'react';
import { Meter } from './progress';
import { SyncRing } from './sync-ring';

export interface ChangeLineProps {
  /** An icon of what was done; a diamond stands in when it needs you. */
  icon?: ReactNode;
  needsYou?: boolean | undefined;
  /** A plain sentence with the thing's name in <b>. */
  children: ReactNode;
  /** Time and place, or the reason. */
  meta?: ReactNode;
  /** Your own words, kept. */
  quote?: string | undefined;
  /** Real bytes on their way. */
  sent?: { label: string; value: number; most: number } | undefined;
  /** Buttons: Retry, Edit, Copy, Discard. */
  actions?: ReactNode;
  /** One quiet button at the end of the line: Undo. */
  end?: ReactNode;
}

export function ChangeLine({
  icon,
  needsYou = false,
  children,
  meta,
  quote,
  sent,
  actions,
  end,
}: ChangeLineProps) {
  return (
    <li className="change">
      <span className="change-mark">{needsYou ? <SyncRing shape="needs-you" /> : icon}</span>
      <div className="change-body">
        <p>{children}</p>
        {meta && <p className="meta">{meta}</p>}
        {sent && <Meter {...sent} size="s" tone="tide" />}
        {quote && <blockquote>{quote}</blockquote>}
        {actions && <div className="change-actions">{actions}</div>}
      </div>
      {end && <div className="change-end">{end}</div>}
    </li>
  );
}
