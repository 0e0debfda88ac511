import { words } from '../../words/language';
import { blanks } from '../../words/message';

/** The open task's own English. */
export const panelWords = words('task', {
  title: 'Title',
  complete: blanks('Complete: {title}'),
  copyLink: 'Copy link',
  more: 'More actions',
  duplicate: 'Duplicate',
  copied: 'Copied {subject}',
  moveTo: 'Move to',
  inbox: 'Inbox',
  ownTask: 'Make a task of its own',
  isOwn: '{subject} is a task of its own',
  partOf: 'Part of',
  delete: 'Delete',
  deleted: 'Deleted {subject}',
  isDeleted: 'This task is deleted',
  staysDeleted: blanks('“{title}” stays for 90 days.'),
  bringBack: 'Bring it back',
  needsTitle: 'A task needs a title. The last one stays until there is another.',
  /** Of a text whose field has closed. */
  notStored: 'What you wrote is not stored.',
  copyWritten: 'Copy it',
  writtenCopied: 'What you wrote is copied',
  tooLong: blanks('A title has at most 500 letters; this one has {letters}.'),
});
