/** The page of a screen. All but Today come in chunks of their own. */

import type { Status } from '@holdfast/shared/entities/task';
import { memo } from 'react';
import { SyncStatusButton } from '../features/sync/sync-status';
import type { Complete } from '../features/tasks/use-complete';
import type { PageActs } from './commands/use-command-world';
import { Later } from './later';
import {
  AccountPage,
  AppBanner,
  AssignedPage,
  BoardPage,
  CompletedPage,
  FilterPage,
  InboxPage,
  JoinPage,
  LabelPage,
  MembersPage,
  MorePage,
  NotFoundPage,
  ProjectPage,
  ProjectsPage,
  ReviewPage,
  SearchPage,
  SettingsPage,
  SharePage,
  SyncCentrePage,
  TrashPage,
  UpcomingPage,
  WelcomePage,
} from './lazy-screens';
import { TodayPage } from './pages/today-page';
import type { Screen } from './router/routes';

export interface PageOfProps {
  screen: Screen;
  openTaskId: string | null;
  onComplete: Complete;
  onNewTask: () => void;
  onNewTaskIn: (status: Status) => void;
  go: (path: string, options?: { replace?: boolean }) => void;
  onDrafted: () => void;
  /** What commands do on the page. */
  page: PageActs;
}

/** Painted again only when the place changes: what the frame hears of syncing is not the page's business. */
export const PageOf = memo(function PageOf(props: PageOfProps) {
  const { screen, openTaskId, onComplete, onNewTask, go, onDrafted } = props;
  // What it says is known only after a look around: the page does not wait for it.
  const banner = (
    <Later>
      <AppBanner />
    </Later>
  );
  const list = { sync: <SyncStatusButton />, banner, openTaskId, onComplete, onNewTask };
  switch (screen.name) {
    case 'today':
      return <TodayPage {...list} />;
    case 'inbox':
      return <InboxPage {...list} />;
    case 'upcoming':
      return <UpcomingPage {...list} />;
    case 'assigned':
      return <AssignedPage {...list} />;
    case 'completed':
      return <CompletedPage {...list} />;
    case 'trash':
      return <TrashPage {...list} />;
    case 'project':
      return <ProjectPage key={screen.id} id={screen.id} onGone={() => go('/projects')} {...list} />;
    case 'board':
      return (
        <BoardPage
          key={screen.id}
          id={screen.id}
          onGone={() => go('/projects')}
          onNewTaskIn={props.onNewTaskIn}
          {...list}
        />
      );
    case 'label':
      return <LabelPage key={screen.id} id={screen.id} onGone={() => go('/projects')} {...list} />;
    case 'filter':
      return <FilterPage key={screen.id} id={screen.id} go={go} {...list} />;
    case 'projects':
      return <ProjectsPage sync={list.sync} banner={list.banner} go={go} />;
    case 'search':
      return <SearchPage sync={list.sync} banner={list.banner} page={props.page} />;
    case 'more':
      return <MorePage />;
    case 'sync':
      return <SyncCentrePage />;
    case 'review':
      return <ReviewPage key={screen.id} id={screen.id} go={go} />;
    case 'settings':
      return <SettingsPage />;
    case 'account':
      return <AccountPage />;
    case 'members':
      return <MembersPage />;
    case 'welcome':
      return <WelcomePage />;
    case 'join':
      return <JoinPage />;
    case 'share':
      return <SharePage onDrafted={onDrafted} />;
    case 'not-found':
      return <NotFoundPage />;
  }
});
