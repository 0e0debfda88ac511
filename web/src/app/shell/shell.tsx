/**
 * Around every screen: on a desk the sidebar with the workspace, the lists and where the changes are; on a phone the
 * tab bar and the round button that adds.
 */
import { memo, type ReactNode } from 'react';
import { useSync } from '../../features/sync/sync-context';
import { SyncStatusPill } from '../../features/sync/sync-status';
import { WorkspaceSwitcher } from '../../features/workspaces/workspace-switcher';
import { AppFrame } from '../../ui/app-frame';
import { IconButton } from '../../ui/icon-button';
import { BoardIcon, InboxIcon, MoreIcon, PlusIcon, SearchIcon, SunIcon, UsersIcon } from '../../ui/icons';
import { Kbd } from '../../ui/marks';
import { SideButton, Sidebar, SideGroup, SideLink } from '../../ui/sidebar';
import { Fab, TabBar } from '../../ui/tab-bar';
import { useWords } from '../../words/use-words';
import { Later } from '../later';
import { MoreViews } from '../lazy-screens';
import { projectOf, type Screen } from '../router/routes';
import { appWords } from '../words';
import { DayLinks } from './day-links';
import { ProjectLinks } from './project-links';

export interface ShellProps extends SideProps, TabsProps {
  panel: ReactNode;
  panelOpen: boolean;
  children: ReactNode;
}

export function Shell({ panel, panelOpen, children, boardPath, ...both }: ShellProps) {
  return (
    <AppFrame
      side={<Side {...both} />}
      tabs={<Tabs {...both} boardPath={boardPath} />}
      panel={panel}
      panelOpen={panelOpen}
    >
      {children}
    </AppFrame>
  );
}

interface SideProps {
  screen: Screen;
  onNewTask: () => void;
  onFind: () => void;
  mayWrite: boolean;
}

/** What changes with each write (numbers, the pill) lives in parts of its own: the rest is painted once. */
const Side = memo(function Side({ screen, onNewTask, onFind, mayWrite }: SideProps) {
  const t = useWords(appWords);
  return (
    <Sidebar
      head={
        <>
          <WorkspaceSwitcher />
          <IconButton label={t.search} icon={<SearchIcon />} onClick={onFind} />
        </>
      }
      foot={<SyncStatusPill current={screen.name === 'sync'} />}
    >
      {mayWrite && (
        <SideButton main label={t.newTask} icon={<PlusIcon />} end={<Kbd>N</Kbd>} onPress={onNewTask} />
      )}
      <DayLinks screen={screen} />
      <SideLink href="/members" label={t.members} icon={<UsersIcon />} current={screen.name === 'members'} />
      <SideLink href="/more" label={t.more} icon={<MoreIcon />} current={screen.name === 'more'} />
      <SideGroup>{t.projects}</SideGroup>
      <ProjectLinks openId={projectOf(screen)} />
      <SideLink
        href="/projects"
        label={t.allProjects}
        icon={<BoardIcon />}
        current={screen.name === 'projects'}
      />
      <Later>
        <MoreViews screen={screen} />
      </Later>
    </Sidebar>
  );
});

interface TabsProps extends SideProps {
  /** The board of the project that was open last. */
  boardPath: string;
}

const Tabs = memo(function Tabs({ screen, boardPath, onNewTask, mayWrite }: TabsProps) {
  const t = useWords(appWords);
  const { needsYou, statement } = useSync();
  const inProjects = ['projects', 'inbox', 'upcoming', 'assigned', 'label', 'filter', 'project'].includes(
    screen.name,
  );
  // A review has its own actions at the bottom.
  if (screen.name === 'review') return null;
  const inMore = ['more', 'sync', 'settings', 'account', 'members', 'completed', 'trash'].includes(
    screen.name,
  );
  // "2 need you", shown as a dot on More.
  const badge = needsYou > 0 ? statement.text : undefined;
  const adds = ['today', 'inbox', 'upcoming', 'project', 'board', 'label', 'projects'].includes(screen.name);
  return (
    <>
      {adds && mayWrite && <Fab label={t.newTask} icon={<PlusIcon />} onPress={onNewTask} />}
      <TabBar
        label={t.main}
        tabs={[
          { href: '/today', label: t.today, icon: <SunIcon />, current: screen.name === 'today' },
          { href: '/projects', label: t.projects, icon: <InboxIcon />, current: inProjects },
          { href: boardPath, label: t.board, icon: <BoardIcon />, current: screen.name === 'board' },
          { href: '/search', label: t.search, icon: <SearchIcon />, current: screen.name === 'search' },
          { href: '/more', label: t.more, icon: <MoreIcon />, current: inMore, badge },
        ]}
      />
    </>
  );
});
