/** The head of a screen: a large title with one control at the end, or a thin bar with a way back. */
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words';
import { classNames } from './class-names';
import { IconLink } from './icon-button';
import { BackIcon } from './icons';
import { uiWords } from './words';

/** From here a name takes smaller letters on a narrow screen: first so that it stands in one line beside the buttons. */
const MIDDLING = 14;
const LONG = 24;

const titleSize = ({ length }: string) =>
  length > LONG ? 'top-title-long' : length > MIDDLING && 'top-title-middling';

export interface PageHeaderProps {
  title: string;
  /** A date, a sentence, a Progress. */
  sub?: ReactNode;
  /** The SyncButton; it shows on phones only. */
  sync?: ReactNode;
  /** Quiet buttons; they show from 768 px. */
  actions?: ReactNode;
}

export function PageHeader({ title, sub, sync, actions }: PageHeaderProps) {
  return (
    <header className="top column">
      <div className="top-words">
        <h1 className={classNames('top-title', titleSize(title))}>{title}</h1>
        {sub && <div className="top-sub">{sub}</div>}
      </div>
      <div className="top-acts">
        {sync}
        {actions && <div className="hidden items-center md:flex">{actions}</div>}
      </div>
    </header>
  );
}

export interface BackBarProps {
  title: string;
  href: string;
  /** Where it leads, for readers. */
  label?: string | undefined;
  actions?: ReactNode;
  /** Only on phones, where the sidebar does not lead back. */
  phoneOnly?: boolean | undefined;
  /** The title says where the arrow leads, small, and where there is room. */
  quiet?: boolean | undefined;
}

export function BackBar({ title, href, label, actions, phoneOnly = false, quiet = false }: BackBarProps) {
  const t = useWords(uiWords);
  return (
    <header className={phoneOnly ? 'bar md:hidden' : 'bar'}>
      <IconLink href={href} label={label ?? (quiet ? title : t.back)} icon={<BackIcon />} />
      <span className={classNames('bar-title', quiet && 'bar-quiet')} aria-hidden={quiet || undefined}>
        {title}
      </span>
      {actions}
    </header>
  );
}
