import { words } from '../../words/language';

/** The folder's English. Of each lesson that is done with a hand there are two: by touch, and by mouse and keys. */
export const sampleWords = words('sample', {
  bannerLead: 'A sample to try things on.',
  bannerWords: 'It stays on this device.',
  remove: 'Remove it',
  removed: 'Removed the sample',
  project: 'Getting started',
  complete: 'Complete this one: press the ring before it',
  completeAbout: 'It rests for a moment and then closes up. **Undo** brings it back, today or tomorrow.',
  swipe: 'Swipe this to the right to complete it, to the left for more',
  swipeAbout: 'Hold a task for a moment to select it; then tap others, and change them all at once.',
  keys: 'Walk the list with J and K, complete with Space',
  keysAbout: 'Press **?** for every key. With X you select, and change many at once.',
  addByTouch: 'Add a task of your own: tap the plus',
  addByKey: 'Add a task of your own: press N',
  addAbout:
    'Write as you think, for instance:\n\n- `Water the plants every friday 9am`\n- `Hand in the form 15 april #school !high`\n\nWhat is understood is underlined. The cross of a chip turns it back into plain words. Several pasted lines become several tasks.',
  open: 'Open this one: it has room for more',
  openAbout:
    'A description in **markdown**, with lists that can be ticked:\n\n- [x] read this\n- [ ] tick this\n\nBelow: a date, a repeat, steps, labels, a project.',
  offline: 'Go offline and change something',
  offlineAbout:
    'Switch on flight mode and go on as usual. Everything is saved here at once; with an account it goes out by itself when there is a signal again.',
  done: 'Remove this sample when you are done',
  doneAbout:
    'Press **Remove it** above the list: everything in *Getting started* goes with it. **Undo** brings it back.',
});
