/** The sidebar from 1024 px, the rail from 768: where am I, where can I go, where are my changes. */
import type { ReactNode, Ref } from 'react';
import { useWords } from '../words/use-words';
import { classNames } from './class-names';
import { HoldfastIcon, UpDownIcon } from './icons';
import { Link } from './link';
import { type Hue, Pebble } from './marks';
import { uiWords } from './words';

export interface SidebarProps {
  /** The WorkspaceButton and a search IconLink. */
  head: ReactNode;
  /** SideItems and SideGroups. */
  children: ReactNode;
  /** The SyncPill. */
  foot: ReactNode;
}

export function Sidebar({ head, children, foot }: SidebarProps) {
  const t = useWords(uiWords);
  return (
    <aside className="side" aria-label={t.sidebar}>
      <div className="side-head">{head}</div>
      <nav className="side-nav" aria-label={t.main}>
        {children}
      </nav>
      {foot}
    </aside>
  );
}

export interface WorkspaceButtonProps {
  name: string;
  ref?: Ref<HTMLButtonElement> | undefined;
  /** Spread the trigger props of a MenuButton here. */
  [prop: `on${string}` | `aria-${string}`]: unknown;
}

/** The workspace's name; give it to a MenuButton as its trigger. */
export function WorkspaceButton({ name, ref, ...rest }: WorkspaceButtonProps) {
  return (
    <button type="button" {...rest} ref={ref} className="side-place" title={name}>
      <HoldfastIcon className="brand" />
      <span>{name}</span>
      <UpDownIcon size="s" />
    </button>
  );
}

interface SideItemContent {
  label: string;
  icon?: ReactNode;
  /** A project's colour stands where an icon would. */
  hue?: Hue | undefined;
  /** A number or a Kbd. */
  end?: ReactNode;
  /** The one that adds. */
  main?: boolean | undefined;
}

export interface SideLinkProps extends SideItemContent {
  href: string;
  current?: boolean | undefined;
}

export function SideLink({ href, current = false, ...content }: SideLinkProps) {
  return (
    <Link
      href={href}
      className={classNames('side-item', content.main && 'side-item-main')}
      aria-current={current ? 'page' : undefined}
      title={content.label}
    >
      <SideParts {...content} />
    </Link>
  );
}

export interface SideButtonProps extends SideItemContent {
  onPress: () => void;
}

export function SideButton({ onPress, ...content }: SideButtonProps) {
  return (
    <button
      type="button"
      className={classNames('side-item', content.main && 'side-item-main')}
      title={content.label}
      onClick={onPress}
    >
      <SideParts {...content} />
    </button>
  );
}

function SideParts({ label, icon, hue, end }: SideItemContent) {
  return (
    <>
      {hue ? <Pebble hue={hue} /> : icon}
      <span className="side-label">{label}</span>
      {end !== undefined && <span className="side-count">{end}</span>}
    </>
  );
}

export function SideGroup({ children }: { children: ReactNode }) {
  return <h2 className="side-group">{children}</h2>;
}
