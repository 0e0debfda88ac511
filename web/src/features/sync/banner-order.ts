/** The one line under the title: which of everything that could be said is the most urgent. Pure. */
import { syncWords } from './words';

export interface BannerFacts {
  readonly standing: 'none' | 'in' | 'out';
  readonly waiting: number;
  readonly needsYou: number;
  readonly offline: boolean;
  /** The account's rows come to this device for the first time. */
  readonly firstLoad: boolean;
  readonly serverTrouble: boolean;
  /** The clock time of the next try: 09:45. */
  readonly nextTry: string | null;
  readonly needsUpdate: boolean;
  /** A new version was accepted, but another tab holds the old one. */
  readonly updateStuck: boolean;
  /** Another tab has moved to the new version; this one has to restart. */
  readonly restart: boolean;
  readonly storage: 'fine' | 'full' | 'dead' | 'outdated';
  /** The browser had cleared this account's copy. */
  readonly cleared: boolean;
  /** Of the room that the browser gives, 0 to 1. */
  readonly used: number;
  /** `insecure`: plain http on another host (CL14). */
  readonly offlineSupport: 'yes' | 'insecure' | 'no-worker';
  /** The browser promised to keep this copy; null while it was not asked. */
  readonly kept: boolean | null;
  /** Tasks that exist here and nowhere else; counted up to `WORTH_KEEPING`. */
  readonly onlyHere: number;
  readonly installable: boolean;
  /** It stands under the heading of the sync centre. */
  readonly underHeading: boolean;
  /** Banners that a person put away. */
  readonly put: readonly BannerKind[];
}

export type BannerKind =
  | 'full'
  | 'storage-dead'
  | 'outdated'
  | 'too-old'
  | 'signed-out'
  | 'cleared'
  | 'needs-you'
  | 'restart'
  | 'update-stuck'
  | 'server-trouble'
  | 'offline'
  | 'first-load'
  | 'insecure'
  | 'almost-full'
  | 'may-be-cleared';

export type BannerAction =
  | 'export'
  | 'reload'
  | 'update'
  | 'restart'
  | 'sign-in'
  | 'see-all'
  | 'review'
  | 'try-now'
  | 'install'
  | 'put-away';

export interface BannerSays {
  readonly kind: BannerKind;
  readonly lead: string;
  readonly words: string;
  readonly actions: readonly BannerAction[];
}

const ALMOST = 0.9;
/** Enough to be missed. */
export const WORTH_KEEPING = 10;

/** What the heading of the sync centre says itself, with its own buttons. */
const HEADING_SAYS: readonly BannerKind[] = [
  'full',
  'storage-dead',
  'signed-out',
  'needs-you',
  'server-trouble',
  'offline',
  'first-load',
];

export function bannerOf(facts: BannerFacts): BannerSays | null {
  for (const banner of bannersOf(facts))
    if (!facts.underHeading || !HEADING_SAYS.includes(banner.kind)) return banner;
  return null;
}

/** Most urgent first: words that may be lost, then what stops sending, then what is only good to know. */
function* bannersOf(facts: BannerFacts): Generator<BannerSays> {
  const { waiting } = facts;
  const t = syncWords.get();
  if (facts.storage === 'full') yield say('full', t.full, t.newNotSaved, 'export');
  if (facts.storage === 'dead') yield say('storage-dead', t.storageSilent, t.screenMayNotBeSaved, 'export');
  if (facts.storage === 'outdated') yield say('outdated', t.newerElsewhere, t.copyThenReload, 'reload');
  if (facts.needsUpdate)
    yield say('too-old', t.tooOldToSend, waiting > 0 ? t.updateAndGo(waiting) : t.updateToGoOn, 'update');
  if (facts.standing === 'out')
    yield say(
      'signed-out',
      t.signedOut,
      waiting > 0 ? t.waitingStays(waiting) : t.stillHereSignIn,
      'sign-in',
    );
  if (facts.cleared)
    yield say(
      'cleared',
      t.cleared,
      t.sentComesBack,
      ...(facts.installable ? (['install'] as const) : []),
      'put-away',
    );
  if (facts.needsYou > 0)
    yield say(
      'needs-you',
      t.needYou(facts.needsYou),
      waiting === 0 && !facts.offline ? t.restSaved : t.restSavedHere,
      'review',
    );
  if (facts.restart) yield say('restart', t.newElsewhere, t.restartWhenDone, 'restart');
  if (facts.updateStuck) yield say('update-stuck', t.waitsForTabs, t.closeTabs, 'restart');
  if (facts.serverTrouble)
    yield say(
      'server-trouble',
      t.ourTrouble,
      facts.nextTry === null ? t.changesStay : t.changesStayUntil({ nextTry: facts.nextTry }),
      'try-now',
    );
  if (facts.offline)
    yield waiting > 0
      ? say('offline', t.offline, t.savedHere(waiting), 'see-all')
      : say('offline', t.offline, facts.firstLoad ? t.savedHereTasksCome : t.savedHereGoesOut);
  if (facts.firstLoad) yield say('first-load', t.stillComing, t.moreComes);
  if (facts.offlineSupport !== 'yes' && !facts.put.includes('insecure'))
    yield say(
      'insecure',
      t.onlineOnly,
      facts.offlineSupport === 'insecure' ? t.offlineNeedsHttps : t.noWorker,
      'put-away',
    );
  if (facts.used >= ALMOST) yield say('almost-full', t.almostFull, t.changesStillSave);
  if (mayBeCleared(facts))
    yield say(
      'may-be-cleared',
      t.mayBeCleared,
      t.whenSpaceIsShort,
      facts.installable ? 'install' : 'sign-in',
      'put-away',
    );
}

const mayBeCleared = (facts: BannerFacts): boolean =>
  facts.standing === 'none' &&
  facts.kept === false &&
  facts.onlyHere >= WORTH_KEEPING &&
  !facts.put.includes('may-be-cleared');

const say = (
  kind: BannerKind,
  lead: string,
  words: string,
  ...actions: readonly BannerAction[]
): BannerSays => ({ kind, lead, words, actions });
