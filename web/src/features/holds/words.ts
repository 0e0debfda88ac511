import { words } from '../../words/language';
import { blanks, counts } from '../../words/message';

/** The folder's English. Mass deletes that the server holds until somebody decides (PU9). */
export const holdsWords = words('holds', {
  title: 'Held',
  release: 'Delete them',
  drop: 'Keep them',
  releasedIt: 'Deleted',
  droppedIt: 'Kept. Nothing is deleted',
  yourDeletes: counts({ one: 'your 1 delete', other: 'your {count} deletes' }),
  deletesBy: counts({ one: '1 delete by {author}', other: '{count} deletes by {author}' }),
  deletes: counts({ one: '1 delete', other: '{count} deletes' }),
  somebodyAuthor: 'somebody',
  somebodyDecider: 'Somebody else',
  heldForYou: blanks('Held: {deletes} wait for your decision'),
  heldForAdmin: blanks('Held: {deletes} wait for an owner or admin'),
  whyForYou:
    'So much at once is asked about first. Until you decide, nothing is deleted and everything else goes on.',
  whyForAdmin:
    'So much at once is asked about first. Until then nothing is deleted; you can still keep them yourself.',
  released: blanks('{who} agreed to {deletes}'),
  deletedNow: 'They are deleted now.',
  dropped: blanks('{who} turned down {deletes}'),
  nothingDeleted: 'Nothing was deleted.',
  /** The last of a list: "a, b and 4 more". */
  more: blanks('{more} more'),
});
