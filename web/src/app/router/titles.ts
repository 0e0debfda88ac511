/** What a page is called in tabs and histories. */
import type { Directory } from '../../features/tasks/directory';
import { projectOf, type Screen } from './routes';

const titles: { readonly [name in Screen['name']]: string } = {
  today: 'Today',
  inbox: 'Inbox',
  upcoming: 'Upcoming',
  assigned: 'Assigned to me',
  completed: 'Completed',
  trash: 'Trash',
  projects: 'Projects',
  project: 'Project',
  board: 'Board',
  label: 'Label',
  filter: 'Filter',
  search: 'Search',
  more: 'More',
  sync: 'Sync centre',
  review: 'Review',
  settings: 'Settings',
  account: 'Account',
  members: 'Members',
  welcome: '',
  join: 'Join',
  share: '',
  'not-found': 'Not found',
};

export function titleOf(screen: Screen, projectById: Directory['projectById']): string {
  const id = projectOf(screen);
  return (id !== null && projectById.get(id)?.name) || titles[screen.name];
}
