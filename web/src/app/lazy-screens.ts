/** Everything but the first screen, each fetched when it is first wanted. Idle time fetches them all beforehand. */
import { lazy } from 'react';
import { preloadMarkdown } from '../features/description/later-markdown';
import { preloadHistory } from '../features/history/later-history';
import { preloadRepeatChooser } from '../features/repeats/later-repeat-chooser';
import { preloadLongRows } from '../features/tasks/long-rows';
import { preloadNextTask } from '../features/tasks/next-of';
import { preloadProgress } from '../features/tasks/use-row-progress';
import { keptChunks } from '../ui/kept-chunks';

const load = keptChunks({
  inbox: async () => ({ default: (await import('./pages/inbox-page')).InboxPage }),
  upcoming: async () => ({ default: (await import('./pages/upcoming-page')).UpcomingPage }),
  assigned: async () => ({ default: (await import('./pages/assigned-page')).AssignedPage }),
  completed: async () => ({ default: (await import('./pages/completed-page')).CompletedPage }),
  filter: async () => ({ default: (await import('./pages/filter-page')).FilterPage }),
  moreViews: async () => ({ default: (await import('./shell/more-views')).MoreViews }),
  trash: async () => ({ default: (await import('./pages/trash-page')).TrashPage }),
  project: async () => ({ default: (await import('./pages/project-page')).ProjectPage }),
  board: async () => ({ default: (await import('./pages/board-page')).BoardPage }),
  label: async () => ({ default: (await import('./pages/label-page')).LabelPage }),
  projects: async () => ({ default: (await import('./pages/projects-page')).ProjectsPage }),
  search: async () => ({ default: (await import('./pages/search-page')).SearchPage }),
  more: async () => ({ default: (await import('./pages/more-page')).MorePage }),
  notFound: async () => ({ default: (await import('./pages/not-found-page')).NotFoundPage }),
  openTask: async () => ({ default: (await import('./task-overlay')).OpenTask }),
  adding: async () => ({ default: (await import('./adding')).Adding }),
  welcome: async () => ({ default: (await import('../features/welcome/welcome-page')).WelcomePage }),
  sync: async () => ({ default: (await import('../features/sync/sync-centre-page')).SyncCentrePage }),
  review: async () => ({ default: (await import('../features/merges/review-page')).ReviewPage }),
  decided: async () => ({
    default: (await import('../features/merges/decided-elsewhere')).DecidedElsewhere,
  }),
  account: async () => ({ default: (await import('../features/account/account-page')).AccountPage }),
  settings: async () => ({ default: (await import('./pages/settings-page')).SettingsPage }),
  members: async () => ({ default: (await import('../features/members/members-page')).MembersPage }),
  join: async () => ({ default: (await import('../features/join/join-page')).JoinPage }),
  newWorkspace: async () => ({
    default: (await import('../features/workspaces/new-workspace-dialog')).NewWorkspaceDialog,
  }),
  banner: async () => ({ default: (await import('../features/sync/app-banner')).AppBanner }),
  installHint: async () => ({ default: (await import('../features/install/install-hint')).InstallHint }),
  share: async () => ({ default: (await import('./pages/share-page')).SharePage }),
  looks: async () => ({ default: (await import('../features/settings/looks-keeper')).LooksKeeper }),
  commands: async () => ({ default: (await import('./finder/commands')).Commands }),
  reminders: async () => ({
    default: (await import('../features/reminders/reminder-watch')).ReminderWatch,
  }),
});

// Screens of the account and of syncing.
export const WelcomePage = lazy(load.welcome);
export const AccountPage = lazy(load.account);
export const SettingsPage = lazy(load.settings);
export const MembersPage = lazy(load.members);
export const JoinPage = lazy(load.join);
export const AppBanner = lazy(load.banner);
export const InstallHint = lazy(load.installHint);
export const SyncCentrePage = lazy(load.sync);
export const ReviewPage = lazy(load.review);
export const DecidedElsewhere = lazy(load.decided);
export const InboxPage = lazy(load.inbox);
export const UpcomingPage = lazy(load.upcoming);
export const AssignedPage = lazy(load.assigned);
export const CompletedPage = lazy(load.completed);
export const FilterPage = lazy(load.filter);
export const MoreViews = lazy(load.moreViews);
export const TrashPage = lazy(load.trash);
export const ProjectPage = lazy(load.project);
export const BoardPage = lazy(load.board);
export const LabelPage = lazy(load.label);
export const ProjectsPage = lazy(load.projects);
export const SearchPage = lazy(load.search);
export const MorePage = lazy(load.more);
export const NotFoundPage = lazy(load.notFound);
export const OpenTask = lazy(load.openTask);
export const Adding = lazy(load.adding);
export const SharePage = lazy(load.share);
export const LooksKeeper = lazy(load.looks);
export const Commands = lazy(load.commands);
export const ReminderWatch = lazy(load.reminders);

/** Call when the page is idle: then the first press waits for nothing, and works offline without a worker. */
export async function preloadScreens(): Promise<void> {
  await Promise.all([
    preloadLongRows(),
    preloadNextTask(),
    preloadHistory(),
    preloadMarkdown(),
    preloadRepeatChooser(),
    preloadProgress(),
  ]);
  await Promise.all(Object.values(load).map((each) => each()));
}
