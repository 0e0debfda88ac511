/**
 * What the sync pill says: a pure function from facts to one of the design's statements, and the rules of when a
 * statement may change ("Timing of truth"):
 *
 *  1 a statement changes at most once a second; only giving up a claim that is no longer true never waits
 *    ("Everything is saved", "Sending now")
 *  2 "Syncing" only beyond 20 changes or 3 s
 *  3 "Offline" after 3 s without an answer, never from the browser's hint
 *  4 "Everything is saved" only after the server has confirmed the last local change
 *  5 before this device has counted what waits and what needs its person, it says that it is reading, and no more
 *  6 while the account's rows come to this device for the first time it never says that everything is saved: what is not
 *    here yet would look lost
 *  7 while the device takes nothing it is given, it says that first, and claims nothing else (CL10)
 */

export interface SyncFacts {
  readonly account: 'none' | 'in' | 'out';
  /** What the store does with what it is given. */
  readonly storage: 'fine' | 'full' | 'dead' | 'outdated';
  /** What waits and what needs this person has been counted. */
  readonly counted: boolean;
  /** Changes that wait in the outbox. */
  readonly waiting: number;
  /** Rejected changes and open questions of this person. */
  readonly needsYou: number;
  /** Since when the server owes an answer; null while the newest attempt was answered. */
  readonly silentSince: number | null;
  /** The newest attempt got no answer. */
  readonly unreachable: boolean;
  /** The server answers, but with trouble of its own; when we try again. */
  readonly serverTrouble: boolean;
  readonly nextTryAt: number | null;
  /** This build is too old to send (426). */
  readonly needsUpdate: boolean;
  /** Since when there is no live connection; null while there is one. */
  readonly streamDeadSince: number | null;
  /** A send or a first load that is under way. */
  readonly moving: { readonly done: number; readonly total: number; readonly since: number } | null;
  /** The last time that this device held everything the server had. */
  readonly asOf: number | null;
  /** This device never held all of the workspace: its rows are still to come. */
  readonly firstLoad: boolean;
  /** Nobody else is in the workspace. */
  readonly alone: boolean;
}

export type StatementKind =
  | 'reading'
  | 'not-saved'
  | 'saved'
  | 'waiting'
  | 'syncing'
  | 'offline'
  | 'offline-waiting'
  | 'needs-you'
  | 'no-account'
  | 'signed-out';

export interface Statement {
  readonly kind: StatementKind;
  readonly text: string;
  readonly second: string;
  /** The number on a phone's button; null shows none. */
  readonly count: number | null;
  /** `syncing`: how much has gone, 0 to 1. */
  readonly fraction: number | null;
}

const SYNCING_FROM = 20;
const SYNCING_AFTER = 3_000;
const OFFLINE_AFTER = 3_000;
/** A first connection takes its moment; only then "Checking every 5 s". */
const STREAM_GRACE = 3_000;
const STEADY_FOR = 1_000;

const SENDING = 'Sending now';
const WHEN_IT_HOLDS = 'Sending when the signal holds';
const TOO_OLD = 'This version can’t send any more';
const NOT_SAVED = {
  full: ['This device is full', 'What is on screen is not saved yet'],
  dead: ['Storage does not answer', 'What is on screen may not be saved yet'],
  outdated: ['A newer version is open', 'What is on screen is not saved'],
} as const;

/** A clock time as the person reads it: 09:41. */
export type ClockTime = (at: number) => string;

/** The server owes an answer for so long that we say so. */
export const isOffline = ({ silentSince }: SyncFacts, now: number): boolean =>
  silentSince !== null && now - silentSince >= OFFLINE_AFTER;

export function statementOf(facts: SyncFacts, now: number, time: ClockTime): Statement {
  const { waiting, needsYou, moving } = facts;
  const offline = isOffline(facts, now);

  if (facts.storage !== 'fine') {
    const [text, second] = NOT_SAVED[facts.storage];
    return say('not-saved', text, second);
  }
  if (facts.account === 'none')
    return say('no-account', 'Saved on this device', 'Sign up to have it elsewhere');
  if (!facts.counted) return say('reading', 'Reading this device', '');
  if (facts.account === 'out') return say('signed-out', signedOut(waiting), 'Sign in', waiting || null);
  if (needsYou > 0)
    return say(
      'needs-you',
      needsYou === 1 ? '1 needs you' : `${grouped(needsYou)} need you`,
      // Not sent yet is saved all the same, but only here.
      waiting === 0 && !offline ? 'The rest is saved' : 'The rest is saved here',
      needsYou,
    );
  if (offline)
    return waiting > 0
      ? say(
          'offline-waiting',
          `Offline, ${changes(waiting)} saved here`,
          waiting === 1 ? 'It goes out by itself' : 'They go out by themselves',
          waiting,
        )
      : say('offline', 'Offline', facts.asOf === null ? '' : `Everyone else: as of ${time(facts.asOf)}`);
  if (moving !== null && (moving.total > SYNCING_FROM || now - moving.since >= SYNCING_AFTER))
    return {
      ...say(
        'syncing',
        `Syncing ${grouped(moving.done)} of ${grouped(moving.total)}`,
        'Keep working',
        waiting || null,
      ),
      fraction: moving.total === 0 ? 0 : Math.min(1, moving.done / moving.total),
    };
  if (waiting > 0) return say('waiting', `${changes(waiting)} saved here`, sending(facts, time), waiting);
  if (facts.firstLoad)
    return { ...say('syncing', 'Getting your tasks', 'They come from your account'), fraction: 0 };
  return say('saved', 'Everything is saved', whoHasIt(facts, now, time));
}

const say = (kind: StatementKind, text: string, second: string, count: number | null = null): Statement => ({
  kind,
  text,
  second,
  count,
  fraction: null,
});

function sending(facts: SyncFacts, time: ClockTime): string {
  if (facts.needsUpdate) return TOO_OLD;
  if (facts.serverTrouble) return troubleLine(facts, time);
  return facts.unreachable ? WHEN_IT_HOLDS : SENDING;
}

function whoHasIt(facts: SyncFacts, now: number, time: ClockTime): string {
  if (facts.needsUpdate) return TOO_OLD;
  if (facts.serverTrouble) return troubleLine(facts, time);
  if (facts.streamDeadSince !== null && now - facts.streamDeadSince >= STREAM_GRACE)
    return 'Checking every 5 s';
  if (facts.asOf === null) return '';
  return `${facts.alone ? 'Your account has it' : 'Everyone has it'}, ${time(facts.asOf)}`;
}

const troubleLine = ({ nextTryAt }: SyncFacts, time: ClockTime): string =>
  nextTryAt === null ? 'Our side has trouble' : `Our side has trouble; next try ${time(nextTryAt)}`;

function signedOut(waiting: number): string {
  if (waiting === 0) return 'You’re signed out.';
  const stay = waiting === 1 ? 'change stays here and goes out' : 'changes stay here and go out';
  return `You’re signed out. Your ${grouped(waiting)} waiting ${stay} when you sign in.`;
}

const changes = (count: number): string => (count === 1 ? '1 change' : `${grouped(count)} changes`);

/** 1,000 · 12,340 */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

// --- when it may change ---------------------------------------------------------------------------------------------

export interface Shown {
  readonly statement: Statement;
  readonly since: number;
  /** When to look again without new facts; null: nothing changes by time alone. */
  readonly lookAt: number | null;
}

export function firstShown(facts: SyncFacts, now: number, time: ClockTime): Shown {
  return { statement: statementOf(facts, now, time), since: now, lookAt: nextByTime(facts, now) };
}

/** What is shown next. The same object where nothing changes, so that nothing is painted anew. */
export function nextShown(shown: Shown, facts: SyncFacts, now: number, time: ClockTime): Shown {
  const wanted = statementOf(facts, now, time);
  if (isSame(wanted, shown.statement)) {
    const lookAt = nextByTime(facts, now);
    return lookAt === shown.lookAt ? shown : { ...shown, lookAt };
  }
  const steadyUntil = shown.since + STEADY_FOR;
  const { kind, second } = shown.statement;
  const untrueNow =
    kind === 'reading' ||
    facts.storage !== 'fine' ||
    (kind === 'saved' && (facts.waiting > 0 || facts.needsYou > 0 || facts.firstLoad)) ||
    (second === SENDING && (facts.unreachable || facts.needsUpdate));
  if (now < steadyUntil && now >= shown.since && !untrueNow) return { ...shown, lookAt: steadyUntil };
  return { statement: wanted, since: now, lookAt: nextByTime(facts, now) };
}

const isSame = (a: Statement, b: Statement): boolean =>
  a.kind === b.kind &&
  a.text === b.text &&
  a.second === b.second &&
  a.fraction === b.fraction &&
  a.count === b.count;

function nextByTime(facts: SyncFacts, now: number): number | null {
  const moments = [
    facts.silentSince === null ? 0 : facts.silentSince + OFFLINE_AFTER,
    facts.moving === null ? 0 : facts.moving.since + SYNCING_AFTER,
    facts.streamDeadSince === null ? 0 : facts.streamDeadSince + STREAM_GRACE,
  ].filter((at) => at > now);
  return moments.length === 0 ? null : Math.min(...moments);
}
