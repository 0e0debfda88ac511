/** What a page is called in tabs and histories. */
import type { Directory } from '../../features/tasks/directory';
import { appWords } from '../words';
import { projectOf, type Screen } from './routes';

export function titleOf(screen: Screen, projectById: Directory['projectById']): string {
  const id = projectOf(screen);
  return (id !== null && projectById.get(id)?.name) || nameOf(screen.name);
}

/** '' for the app's own name. */
function nameOf(name: Screen['name']): string {
  if (name === 'welcome' || name === 'share') return '';
  return appWords.get()[name === 'sync' ? 'syncCentre' : name === 'not-found' ? 'notFound' : name];
}
