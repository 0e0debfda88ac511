/** The heading of the sync centre: the statement, and one sentence more than the pill has room for. Pure. */
import { afterFirst, firstSentence } from './sentences';
import type { SyncView } from './sync-context';

export interface CentreHead {
  readonly title: string;
  readonly words: string;
}

type Known = Pick<SyncView, 'statement' | 'needsYou' | 'offline' | 'asOf' | 'alone' | 'waiting'>;

export function centreHead(view: Known, workspaceName: string, time: (at: number) => string): CentreHead {
  const { statement } = view;
  const title = statement.text;
  const checked = view.asOf === null ? '' : ` Checked at ${time(view.asOf)}.`;
  switch (statement.kind) {
    case 'reading':
      return { title, words: 'Counting what is saved here.' };
    case 'saved':
      return {
        title,
        words: view.alone
          ? `Your account has all your changes.${checked}`
          : `Everyone in ${workspaceName} has all your changes.${checked}`,
      };
    case 'waiting':
      return {
        title,
        words: `${statement.count === 1 ? 'It is' : 'They are'} safe on this device. ${statement.second}.`,
      };
    case 'syncing':
      return { title, words: 'Keep working. If the signal drops, it goes on from here.' };
    case 'offline':
      return {
        title,
        words: `Nothing of yours waits. ${view.asOf === null ? 'What others do comes when the signal is back.' : `What others did since ${time(view.asOf)} comes when the signal is back.`}`,
      };
    case 'offline-waiting':
      return {
        title,
        words: `${
          view.waiting === 1
            ? 'It is safe on this device and goes out by itself'
            : 'They are safe on this device and go out by themselves'
        } when the signal is back. You can close Holdfast.`,
      };
    case 'needs-you':
      return {
        title,
        words: `${view.waiting === 0 && !view.offline ? 'Everything else is saved.' : 'Everything else is saved on this device.'} ${
          view.needsYou === 1 ? 'This one waits' : 'These wait'
        } until you decide; nothing of yours is lost.`,
      };
    case 'no-account':
      return {
        title,
        words: 'What you write is here at once, and nowhere else. Sign up to have it on other devices too.',
      };
    case 'signed-out':
      return {
        title: firstSentence(title),
        words: afterFirst(title) || 'Nothing is lost: sign in, and it goes on from here.',
      };
  }
}
