import { words } from '../../words/language';

export const dayGridWords = words('day-grid', {
  calendar: 'Calendar',
  previous: 'Month before',
  next: 'Month after',
});
