/** The one line under the title: which of everything that could be said is the most urgent. Pure. */

export interface BannerFacts {
  readonly standing: 'none' | 'in' | 'out';
  readonly waiting: number;
  readonly needsYou: number;
  readonly offline: boolean;
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
  | 'insecure'
  | 'almost-full'
  | 'may-be-cleared';

export type BannerAction =
  | 'export'
  | 'free-space'
  | 'update'
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

/** Most urgent first: words that may be lost, then what stops sending, then what is only good to know. */
export function bannerOf(facts: BannerFacts): BannerSays | null {
  const { waiting } = facts;
  if (facts.storage === 'full')
    return say('full', 'This device is full.', 'What is on screen is not saved yet.', 'export', 'free-space');
  if (facts.storage === 'dead')
    return say(
      'storage-dead',
      'This browser’s storage does not answer.',
      'What is on screen may not be saved yet.',
      'export',
    );
  if (facts.storage === 'outdated')
    return say(
      'outdated',
      'A newer version is open in another tab.',
      'What you are writing here can’t be saved any more: copy it, then reload.',
    );
  if (facts.needsUpdate)
    return say(
      'too-old',
      'This version can’t send any more.',
      waiting > 0 ? `Update and your ${changes(waiting)} ${go(waiting)} out.` : 'Update to go on.',
      'update',
    );
  if (facts.standing === 'out')
    return say(
      'signed-out',
      'You’re signed out.',
      waiting > 0
        ? `Your ${waiting === 1 ? '1 waiting change stays' : `${number(waiting)} waiting changes stay`} here and ${go(waiting)} out when you sign in.`
        : 'Everything is still here; sign in to have it elsewhere again.',
      'sign-in',
    );
  if (facts.cleared)
    return say(
      'cleared',
      'The browser had cleared this device’s copy.',
      'All that was sent comes back from your account.',
      ...(facts.installable ? (['install'] as const) : []),
      'put-away',
    );
  if (facts.needsYou > 0)
    return say(
      'needs-you',
      facts.needsYou === 1 ? '1 needs you.' : `${number(facts.needsYou)} need you.`,
      waiting === 0 && !facts.offline ? 'Everything else is saved.' : 'Everything else is saved here.',
      'review',
    );
  if (facts.restart)
    return say(
      'restart',
      'A new version is open in another tab.',
      'Restart this one when you are done; nothing is lost.',
      'update',
    );
  if (facts.updateStuck)
    return say(
      'update-stuck',
      'The new version waits for your other tabs.',
      'Close them, or try again.',
      'update',
    );
  if (facts.serverTrouble)
    return say(
      'server-trouble',
      'Our side has trouble.',
      facts.nextTry === null
        ? 'Your changes stay here.'
        : `Your changes stay here; next try ${facts.nextTry}.`,
      'try-now',
    );
  if (facts.offline)
    return waiting > 0
      ? say('offline', 'Offline.', `${changes(waiting)} saved here.`, 'see-all')
      : say('offline', 'Offline.', 'What you do is saved here and goes out by itself.');
  if (facts.offlineSupport === 'insecure' && !facts.put.includes('insecure'))
    return say(
      'insecure',
      'This works online only.',
      'Opening without a connection needs HTTPS: browsers allow it on secure addresses alone.',
      'put-away',
    );
  if (facts.used >= ALMOST)
    return say(
      'almost-full',
      'This device is almost full.',
      'New changes still save; photos can’t until there is room.',
      'free-space',
    );
  if (mayBeCleared(facts))
    return say(
      'may-be-cleared',
      'The browser may clear this copy',
      'when space is short.',
      facts.installable ? 'install' : 'sign-in',
      'put-away',
    );
  return null;
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

const number = (count: number): string => count.toLocaleString('en');
const changes = (count: number): string => (count === 1 ? '1 change' : `${number(count)} changes`);
const go = (count: number): string => (count === 1 ? 'goes' : 'go');
