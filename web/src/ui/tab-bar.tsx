/** The phone's tab bar, and the round button above it that adds. Both are gone from 768 px. */
import type { ReactNode } from 'react';
import { Link } from './link';

export interface Tab {
  href: string;
  label: string;
  icon: ReactNode;
  current?: boolean | undefined;
  /** A dot, with words for readers: "2 need you". */
  badge?: string | undefined;
}

export function TabBar({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabbar" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.label} href={tab.href} className="tab" aria-current={tab.current ? 'page' : undefined}>
          {tab.icon}
          <span>{tab.label}</span>
          {tab.badge && (
            <span className="tab-badge">
              <span className="sr-only">{tab.badge}</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}

export function Fab({ label, icon, onPress }: { label: string; icon: ReactNode; onPress: () => void }) {
  return (
    <button type="button" className="fab" aria-label={label} onClick={onPress}>
      {icon}
    </button>
  );
}
