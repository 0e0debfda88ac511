import { words } from '../../words/language';
import { blanks, counts } from '../../words/message';

/** The folder's English. */
export const searchWords = words('search', {
  search: 'Search',
  placeholder: 'Search or do something',
  clear: 'Clear',
  open: 'Open',
  doneToo: 'Done too',
  mine: 'Mine',
  tasks: 'Tasks',
  done: 'Done',
  projects: 'Projects',
  labels: 'Labels',
  recent: 'Recent searches',
  forget: 'Forget recent searches',
  showMore: counts({ one: 'Show 1 more', other: 'Show {count} more' }),
  showDone: counts({ one: 'Show 1 done task', other: 'Show {count} done tasks' }),
  inDescription: 'In the description',
  nothing: blanks('Nothing here says “{words}”'),
  searchedAll: counts({
    one: 'Searched the 1 task kept on this device.',
    other: 'Searched all {count} tasks kept on this device.',
  }),
  nothingOpen: 'Nothing open says that.',
  reading: counts({ one: 'Reading your tasks: 1 so far', other: 'Reading your tasks: {count} so far' }),
  searching: counts({
    one: 'Searching the 1 task kept here',
    other: 'Searching the {count} tasks kept here',
  }),
  searchingOffline: counts({
    one: 'Offline: searching the 1 task kept here',
    other: 'Offline: searching the {count} tasks kept here',
  }),
  failed: 'Search cannot read this device just now.',
});
