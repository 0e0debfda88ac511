/** The heading of a group of rows: a name, how many, and at most one action. */
import type { ReactNode } from 'react';
import { number } from '../words/number';
import { classNames } from './class-names';

export interface SectionHeaderProps {
  title: string;
  count?: number | undefined;
  /** Overdue: the name in brick. */
  late?: boolean | undefined;
  /** Nothing is in it. */
  quiet?: boolean | undefined;
  /** A Button of kind text and size head. */
  action?: ReactNode;
  id?: string | undefined;
}

export function SectionHeader({ title, count, late = false, quiet = false, action, id }: SectionHeaderProps) {
  return (
    <div className={classNames('sec', late && 'sec-late', quiet && 'sec-quiet')}>
      <h2 id={id} className="sec-title">
        {title}
      </h2>
      {count !== undefined && <span className="sec-count">{number(count)}</span>}
      {action && <span className="sec-action">{action}</span>}
    </div>
  );
}
