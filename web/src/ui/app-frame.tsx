/**
 * The frame: sidebar (rail on a tablet), the page, the tab bar on a phone, and from 1200 px a panel
 * beside the list. The skip link comes first in the order of focus.
 */
import type { ReactNode, Ref } from 'react';
import { useWords } from '../words/use-words';
import { classNames } from './class-names';
import { uiWords } from './words';

export interface AppFrameProps {
  /** A Sidebar. Leave out for bare pages (signing up). */
  side?: ReactNode;
  /** A TabBar and, where it belongs, a Fab. */
  tabs?: ReactNode;
  /** A Panel; the frame makes room for it when `panelOpen`. */
  panel?: ReactNode;
  panelOpen?: boolean | undefined;
  children: ReactNode;
}

export function AppFrame({ side, tabs, panel, panelOpen = false, children }: AppFrameProps) {
  const t = useWords(uiWords);
  return (
    <>
      <a className="skip" href="#main">
        {t.skipToContent}
      </a>
      <div className={classNames('app', !side && 'app-no-side', panelOpen && 'app-panel')}>
        {side}
        <main id="main" className="main" tabIndex={-1}>
          {children}
        </main>
        {panel}
      </div>
      {tabs}
    </>
  );
}

export interface PageProps {
  /** A PageHeader or a BackBar. */
  header?: ReactNode;
  /** At most one Banner. */
  banner?: ReactNode;
  /** list 60rem (58 from 1200 px), wide 66rem for two columns, full for boards. */
  width?: 'list' | 'wide' | 'full' | undefined;
  /** Without the tab bar's room below. */
  bare?: boolean | undefined;
  /** Actions that stay below what scrolls. The tab bar has to be away. */
  foot?: ReactNode;
  /** The element that scrolls, for virtual lists. */
  scrollRef?: Ref<HTMLDivElement> | undefined;
  children: ReactNode;
}

/** A screen: title, banner and the column of its content, scrolling as one. */
export function Page({ header, banner, width = 'list', bare = false, foot, scrollRef, children }: PageProps) {
  const page = (
    <div ref={scrollRef} className="scroll">
      {header}
      {banner}
      <div className={classNames('page', bare && 'page-bare')}>
        <div className={classNames('list', columns[width])}>{children}</div>
      </div>
    </div>
  );
  if (!foot) return page;
  return (
    <>
      {page}
      <footer className="page-foot">{foot}</footer>
    </>
  );
}

const columns = { list: 'column', wide: 'column column-wide', full: '' };
