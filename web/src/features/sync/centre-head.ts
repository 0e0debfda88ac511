/** The heading of the sync centre: the statement, and one sentence more than the pill has room for. Pure. */
import { centreWords } from './centre-words';
import type { SyncView } from './sync-context';

export interface CentreHead {
  readonly title: string;
  readonly words: string;
}

type Known = Pick<
  SyncView,
  | 'statement'
  | 'serverTrouble'
  | 'needsYou'
  | 'forAdmins'
  | 'offline'
  | 'asOf'
  | 'firstLoad'
  | 'alone'
  | 'waiting'
>;

export function centreHead(view: Known, workspaceName: string, time: (at: number) => string): CentreHead {
  const { statement } = view;
  const t = centreWords.get();
  const title = statement.text;
  const checked = view.asOf === null ? '' : ` ${t.checkedAt({ time: time(view.asOf) })}`;
  switch (statement.kind) {
    case 'reading':
      return { title, words: t.counting };
    case 'not-saved':
      return { title, words: `${statement.second}. ${t.earlierIsHere}` };
    case 'saved':
      return {
        title,
        words: `${view.alone ? t.accountHasAll({ checked }) : t.everyoneHasAll({ workspaceName, checked })}${
          view.serverTrouble ? ` ${statement.second}.` : ''
        }`,
      };
    case 'waiting':
      return {
        title,
        words: `${t.safeHere(statement.count ?? 0)} ${statement.second}.`,
      };
    case 'syncing':
      return { title, words: view.firstLoad ? t.stillComing : t.keepWorking };
    case 'offline':
      if (view.firstLoad) return { title, words: t.comesWithSignal };
      return { title, words: t.allSent({ rest: stillToCome(view, time) }) };
    case 'offline-waiting':
      return {
        title,
        words: t.goesOutByItself(view.waiting),
      };
    case 'needs-you':
      return {
        title,
        words: `${view.waiting === 0 && !view.offline ? t.restSaved : t.restSavedHere} ${
          view.forAdmins > 0 && view.forAdmins === view.needsYou
            ? t.waitsForAdmin
            : t.waitsForYou(view.needsYou)
        }`,
      };
    case 'no-account':
      return {
        title,
        words: t.onlyHere,
      };
    case 'signed-out':
      return {
        title,
        words: view.waiting === 0 ? t.signInGoesOn : `${statement.second}.`,
      };
  }
}

function stillToCome({ alone, asOf }: Known, time: (at: number) => string): string {
  const t = centreWords.get();
  if (asOf === null) return alone ? t.elsewhereYouDo : t.othersDo;
  const since = { time: time(asOf) };
  return alone ? t.elsewhereYouDidSince(since) : t.othersDidSince(since);
}
