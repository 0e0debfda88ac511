/** The mockups' workspace around a page. */
import type { ReactNode } from 'react';
import { AppFrame } from '../app-frame';
import { IconLink } from '../icon-button';
import {
  BoardIcon,
  CalendarIcon,
  ChartIcon,
  FilterIcon,
  InboxIcon,
  MoreIcon,
  PlusIcon,
  SearchIcon,
  SunIcon,
  UsersIcon,
} from '../icons';
import { type Hue, Kbd } from '../marks';
import { MenuButton } from '../menu-button';
import { SideButton, Sidebar, SideGroup, SideLink, WorkspaceButton } from '../sidebar';
import { SyncPill, type SyncSays } from '../sync-says';
import { Fab, TabBar } from '../tab-bar';

const nothing = () => undefined;
const projects: ReadonlyArray<[Hue, string, number]> = [
  [1, 'Home', 4],
  [2, 'Boat shed fit-out', 18],
  [3, 'Spring catalogue', 7],
  [5, 'Website relaunch', 12],
  [4, 'Harbour grant', 5],
];

interface GalleryFrameProps {
  at: 'today' | 'sync';
  says: SyncSays;
  panel?: ReactNode;
  panelOpen?: boolean;
  children: ReactNode;
}

export function GalleryFrame({ at, says, panel, panelOpen = false, children }: GalleryFrameProps) {
  return (
    <AppFrame
      panel={panel}
      panelOpen={panelOpen}
      side={
        <Sidebar
          head={
            <>
              <MenuButton
                label="Workspaces"
                entries={() => [
                  { label: 'Harbour Studio', chosen: true, onSelect: nothing },
                  { label: 'My tasks', chosen: false, onSelect: nothing },
                ]}
                trigger={(props) => <WorkspaceButton {...props} name="Harbour Studio" />}
              />
              <IconLink href="#search" label="Search" icon={<SearchIcon />} />
            </>
          }
          foot={<SyncPill href="#sync" {...says} />}
        >
          <SideButton main label="New task" icon={<PlusIcon />} end={<Kbd>N</Kbd>} onPress={nothing} />
          <SideLink href="#today" label="Today" icon={<SunIcon />} end={10} current={at === 'today'} />
          <SideLink href="#inbox" label="Inbox" icon={<InboxIcon />} end={3} />
          <SideLink href="#upcoming" label="Upcoming" icon={<CalendarIcon />} />
          <SideLink href="#members" label="Members" icon={<UsersIcon />} />
          <SideLink href="#reports" label="Reports" icon={<ChartIcon />} />
          <SideGroup>Projects</SideGroup>
          {projects.map(([hue, name, count]) => (
            <SideLink key={name} href={`#${hue}`} label={name} hue={hue} end={count} />
          ))}
          <SideGroup>Saved filters</SideGroup>
          <SideLink href="#a" label="High, this week" icon={<FilterIcon />} />
          <SideLink href="#b" label="Waiting on others" icon={<FilterIcon />} />
        </Sidebar>
      }
      tabs={
        <>
          {at === 'today' && <Fab label="New task" icon={<PlusIcon />} onPress={nothing} />}
          <TabBar
            label="Main"
            tabs={[
              { href: '#today', label: 'Today', icon: <SunIcon />, current: at === 'today' },
              { href: '#projects', label: 'Projects', icon: <InboxIcon /> },
              { href: '#board', label: 'Board', icon: <BoardIcon /> },
              { href: '#search', label: 'Search', icon: <SearchIcon /> },
              { href: '#more', label: 'More', icon: <MoreIcon />, current: at === 'sync' },
            ]}
          />
        </>
      }
    >
      {children}
    </AppFrame>
  );
}
