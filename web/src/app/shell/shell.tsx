/**
 * Around every screen: on a desk the sidebar with the workspace, the lists and where the changes are; on a phone the
 * tab bar and the round button that adds. What belongs to other features comes as slots.
 */
import type { ReactNode } from 'react';
import { hueOf } from '../../features/tasks/hue-of';
import { AppFrame } from '../../ui/app-frame';
import { IconLink } from '../../ui/icon-button';
import { BoardIcon, InboxIcon, MoreIcon, PlusIcon, SearchIcon, SunIcon, UsersIcon } from '../../ui/icons';
import { Kbd } from '../../ui/marks';
import { SideButton, Sidebar, SideGroup, SideLink } from '../../ui/sidebar';
import { Fab, TabBar } from '../../ui/tab-bar';
import { projectOf, type Screen, screenToPath } from '../router/routes';
import type { SideProject } from './side-projects';

export interface ShellProps {
  screen: Screen;
  projects: readonly SideProject[];
  todayCount: number | null;
  inboxCount: number | null;
  /** The board of the project that was open last. */
  boardPath: string;
  /** "2 need you", shown as a dot on More. */
  needsYou?: string | undefined;
  workspaceSwitcher: ReactNode;
  syncPill: ReactNode;
  onNewTask: () => void;
  mayWrite: boolean;
  panel: ReactNode;
  panelOpen: boolean;
  children: ReactNode;
}

export function Shell(props: ShellProps) {
  const { panel, panelOpen, children } = props;
  return (
    <AppFrame side={<Side {...props} />} tabs={<Tabs {...props} />} panel={panel} panelOpen={panelOpen}>
      {children}
    </AppFrame>
  );
}

function Side({ screen, projects, todayCount, inboxCount, onNewTask, ...props }: ShellProps) {
  return (
    <Sidebar
      head={
        <>
          {props.workspaceSwitcher}
          <IconLink href="/search" label="Search" icon={<SearchIcon />} />
        </>
      }
      foot={props.syncPill}
    >
      {props.mayWrite && (
        <SideButton main label="New task" icon={<PlusIcon />} end={<Kbd>N</Kbd>} onPress={onNewTask} />
      )}
      <SideLink
        href="/today"
        label="Today"
        icon={<SunIcon />}
        current={screen.name === 'today'}
        end={count(todayCount)}
      />
      <SideLink
        href="/inbox"
        label="Inbox"
        icon={<InboxIcon />}
        current={screen.name === 'inbox'}
        end={count(inboxCount)}
      />
      <SideLink href="/members" label="Members" icon={<UsersIcon />} current={screen.name === 'members'} />
      <SideLink href="/more" label="More" icon={<MoreIcon />} current={screen.name === 'more'} />
      <SideGroup>Projects</SideGroup>
      {projects.map((project) => (
        <SideLink
          key={project.id}
          href={screenToPath({ name: 'project', id: project.id })}
          label={project.name}
          hue={hueOf(project.color)}
          current={projectOf(screen) === project.id}
          end={count(project.open)}
        />
      ))}
      <SideLink
        href="/projects"
        label="All projects"
        icon={<BoardIcon />}
        current={screen.name === 'projects'}
      />
    </Sidebar>
  );
}

function count(number: number | null): string | undefined {
  return number ? number.toLocaleString('en') : undefined;
}

function Tabs({ screen, boardPath, needsYou, onNewTask, mayWrite }: ShellProps) {
  const inProjects = ['projects', 'inbox', 'label', 'project'].includes(screen.name);
  // A review has its own actions at the bottom.
  if (screen.name === 'review') return null;
  const inMore = ['more', 'sync', 'account', 'members'].includes(screen.name);
  const adds = ['today', 'inbox', 'project', 'board', 'label', 'projects'].includes(screen.name);
  return (
    <>
      {adds && mayWrite && <Fab label="New task" icon={<PlusIcon />} onPress={onNewTask} />}
      <TabBar
        label="Main"
        tabs={[
          { href: '/today', label: 'Today', icon: <SunIcon />, current: screen.name === 'today' },
          { href: '/projects', label: 'Projects', icon: <InboxIcon />, current: inProjects },
          { href: boardPath, label: 'Board', icon: <BoardIcon />, current: screen.name === 'board' },
          { href: '/search', label: 'Search', icon: <SearchIcon />, current: screen.name === 'search' },
          { href: '/more', label: 'More', icon: <MoreIcon />, current: inMore, badge: needsYou },
        ]}
      />
    </>
  );
}
