/** Everything but the first screen, each fetched when it is first wanted. Idle time fetches them all beforehand. */
import { LaterRepeatChooser } from '../features/repeats/later-repeat-chooser';
import { preloadLongRows } from '../features/tasks/long-rows';
import { preloadNextTask } from '../features/tasks/next-of';
import { preloadProgress } from '../features/tasks/use-row-progress';
import { NewWorkspaceDialog } from '../features/workspaces/later-new-workspace';
import { laterPart } from '../ui/later-part';

const parts = {
  InboxPage: laterPart(async () => (await import('./pages/inbox-page')).InboxPage),
  UpcomingPage: laterPart(async () => (await import('./pages/upcoming-page')).UpcomingPage),
  AssignedPage: laterPart(async () => (await import('./pages/assigned-page')).AssignedPage),
  CompletedPage: laterPart(async () => (await import('./pages/completed-page')).CompletedPage),
  FilterPage: laterPart(async () => (await import('./pages/filter-page')).FilterPage),
  MoreViews: laterPart(async () => (await import('./shell/more-views')).MoreViews),
  TrashPage: laterPart(async () => (await import('./pages/trash-page')).TrashPage),
  ProjectPage: laterPart(async () => (await import('./pages/project-page')).ProjectPage),
  BoardPage: laterPart(async () => (await import('./pages/board-page')).BoardPage),
  LabelPage: laterPart(async () => (await import('./pages/label-page')).LabelPage),
  ProjectsPage: laterPart(async () => (await import('./pages/projects-page')).ProjectsPage),
  SearchPage: laterPart(async () => (await import('./pages/search-page')).SearchPage),
  MorePage: laterPart(async () => (await import('./pages/more-page')).MorePage),
  NotFoundPage: laterPart(async () => (await import('./pages/not-found-page')).NotFoundPage),
  OpenTask: laterPart(async () => (await import('./task-overlay')).OpenTask),
  Adding: laterPart(async () => (await import('./adding')).Adding),
  WelcomePage: laterPart(async () => (await import('../features/welcome/welcome-page')).WelcomePage),
  SyncCentrePage: laterPart(async () => (await import('../features/sync/sync-centre-page')).SyncCentrePage),
  ReviewPage: laterPart(async () => (await import('../features/merges/review-page')).ReviewPage),
  DecidedElsewhere: laterPart(
    async () => (await import('../features/merges/decided-elsewhere')).DecidedElsewhere,
  ),
  AccountPage: laterPart(async () => (await import('../features/account/account-page')).AccountPage),
  SettingsPage: laterPart(async () => (await import('./pages/settings-page')).SettingsPage),
  MembersPage: laterPart(async () => (await import('../features/members/members-page')).MembersPage),
  JoinPage: laterPart(async () => (await import('../features/join/join-page')).JoinPage),
  AppBanner: laterPart(async () => (await import('../features/sync/app-banner')).AppBanner),
  InstallHint: laterPart(async () => (await import('../features/install/install-hint')).InstallHint),
  SharePage: laterPart(async () => (await import('./pages/share-page')).SharePage),
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

/** Call when the page is idle: then the first press waits for nothing, and works offline without a worker. */
export async function preloadScreens(): Promise<void> {
  // A task is what a finger opens first.
  await Promise.all([
    parts.OpenTask.preload(),
    preloadLongRows(),
    preloadNextTask(),
    LaterRepeatChooser.preload(),
    NewWorkspaceDialog.preload(),
    preloadProgress(),
  ]);
  await Promise.all(Object.values(parts).map((part) => part.preload()));
}
