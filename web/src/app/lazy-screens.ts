/** Everything but the first screen, each fetched when it is first wanted. Idle time fetches them all beforehand. */
import type { ComponentType } from 'react';
import { LaterRepeatChooser } from '../features/repeats/later-repeat-chooser';
import { preloadLongRows } from '../features/tasks/long-rows';
import { preloadNextTask } from '../features/tasks/next-of';
import { preloadProgress } from '../features/tasks/use-row-progress';
import { NewWorkspaceDialog } from '../features/workspaces/later-new-workspace';
import { laterPart } from '../ui/later-part';
import { preloadOverlays } from '../ui/overlays';
import type { Preload } from './preload-all';
import { AddingComing, PageComing, TaskComing } from './still-coming';

const laterPage = <P extends object>(load: () => Promise<ComponentType<P>>) => laterPart<P>(load, PageComing);

const parts = {
  InboxPage: laterPage(async () => (await import('./pages/inbox-page')).InboxPage),
  UpcomingPage: laterPage(async () => (await import('./pages/upcoming-page')).UpcomingPage),
  AssignedPage: laterPage(async () => (await import('./pages/assigned-page')).AssignedPage),
  CompletedPage: laterPage(async () => (await import('./pages/completed-page')).CompletedPage),
  FilterPage: laterPage(async () => (await import('./pages/filter-page')).FilterPage),
  MoreViews: laterPart(async () => (await import('./shell/more-views')).MoreViews),
  TrashPage: laterPage(async () => (await import('./pages/trash-page')).TrashPage),
  ProjectPage: laterPage(async () => (await import('./pages/project-page')).ProjectPage),
  BoardPage: laterPage(async () => (await import('./pages/board-page')).BoardPage),
  LabelPage: laterPage(async () => (await import('./pages/label-page')).LabelPage),
  ProjectsPage: laterPage(async () => (await import('./pages/projects-page')).ProjectsPage),
  SearchPage: laterPage(async () => (await import('./pages/search-page')).SearchPage),
  MorePage: laterPage(async () => (await import('./pages/more-page')).MorePage),
  NotFoundPage: laterPage(async () => (await import('./pages/not-found-page')).NotFoundPage),
  OpenTask: laterPart(async () => (await import('./task-overlay')).OpenTask, TaskComing),
  Adding: laterPart(async () => (await import('./adding')).Adding, AddingComing),
  WelcomePage: laterPage(async () => (await import('../features/welcome/welcome-page')).WelcomePage),
  SyncCentrePage: laterPage(async () => (await import('../features/sync/sync-centre-page')).SyncCentrePage),
  ReviewPage: laterPage(async () => (await import('../features/merges/review-page')).ReviewPage),
  DecidedElsewhere: laterPart(
    async () => (await import('../features/merges/decided-elsewhere')).DecidedElsewhere,
  ),
  AccountPage: laterPage(async () => (await import('../features/account/account-page')).AccountPage),
  SettingsPage: laterPage(async () => (await import('./pages/settings-page')).SettingsPage),
  MembersPage: laterPage(async () => (await import('../features/members/members-page')).MembersPage),
  JoinPage: laterPage(async () => (await import('../features/join/join-page')).JoinPage),
  AppBanner: laterPart(async () => (await import('../features/sync/app-banner')).AppBanner),
  InstallHint: laterPart(async () => (await import('../features/install/install-hint')).InstallHint),
  SharePage: laterPage(async () => (await import('./pages/share-page')).SharePage),
  LooksKeeper: laterPart(async () => (await import('../features/settings/looks-keeper')).LooksKeeper),
  Commands: laterPart(async () => (await import('./finder/commands')).Commands),
  ReminderWatch: laterPart(async () => (await import('../features/reminders/reminder-watch')).ReminderWatch),
};

export const {
  InboxPage,
  UpcomingPage,
  AssignedPage,
  CompletedPage,
  FilterPage,
  MoreViews,
  TrashPage,
  ProjectPage,
  BoardPage,
  LabelPage,
  ProjectsPage,
  SearchPage,
  MorePage,
  NotFoundPage,
  OpenTask,
  Adding,
  WelcomePage,
  SyncCentrePage,
  ReviewPage,
  DecidedElsewhere,
  AccountPage,
  SettingsPage,
  MembersPage,
  JoinPage,
  AppBanner,
  InstallHint,
  SharePage,
  LooksKeeper,
  Commands,
  ReminderWatch,
} = parts;

/** For `preloadAll` when the page is idle: then the first press waits for nothing, and works offline without a worker. */
export const laterScreens: readonly (readonly Preload[])[] = [
  // A task is what a finger opens first.
  [
    parts.OpenTask.preload,
    preloadOverlays,
    preloadLongRows,
    preloadNextTask,
    LaterRepeatChooser.preload,
    NewWorkspaceDialog.preload,
    preloadProgress,
  ],
  Object.values(parts).map((part) => part.preload),
];
