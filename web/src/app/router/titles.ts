/** What a page is called in tabs and histories. */
import type { Directory } from '../../features/tasks/directory';
import type { Screen } from './routes';

const titles: { readonly [name in Screen['name']]: string } = {
  today: 'Today',
  inbox: 'Inbox',
  projects: 'Projects',
  project: 'Project',
  label: 'Label',
  search: 'Search',
  more: 'More',
  sync: 'Sync centre',
  review: 'Review',
  account: 'Account',
  members: 'Members',
  welcome: '',
  join: 'Join',
  share: '',
  'not-found': 'Not found',
};

export function titleOf(screen: Screen, projectById: Directory['projectById']): string {
  return (screen.name === 'project' && projectById.get(screen.id)?.name) || titles[screen.name];
}
