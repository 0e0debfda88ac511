/**
 * What the sync pill says: a pure function from facts to one of the design's statements ("Timing of truth"). When a
 * statement may take another's place is decided in `statement-shown.ts`.
 *
 *  1 "Syncing" only beyond 20 changes or 3 s
 *  2 "Offline" after 3 s without an answer, never from the browser's hint
 *  3 "Everything is saved" only after the server has confirmed the last local change
 *  4 before this device has counted what waits and what needs its person, it says that it is reading, and no more
 *  5 while the account's rows come to this device for the first time it never says that everything is saved: what is not
 *    here yet would look lost
 *  6 while the device takes nothing it is given, it says that first, and claims nothing else (CL10)
 */
import { statementMessages } from './statement-messages';

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
export const SYNCING_AFTER = 3_000;
export const OFFLINE_AFTER = 3_000;
/** A first connection takes its moment; only then "Checking every 5 s". */
export const STREAM_GRACE = 3_000;

/** A clock time as the person reads it: 09:41. */
export type ClockTime = (at: number) => string;

/** The server owes an answer for so long that we say so. */
export const isOffline = ({ silentSince }: SyncFacts, now: number): boolean =>
  silentSince !== null && now - silentSince >= OFFLINE_AFTER;

export function statementOf(facts: SyncFacts, now: number, time: ClockTime): Statement {
  const t = statementMessages.get();
  const { waiting, needsYou, moving } = facts;
  const offline = isOffline(facts, now);

  if (facts.storage !== 'fine') return say('not-saved', t[facts.storage], t[`${facts.storage}Beneath`]);
  if (facts.account === 'none') return say('no-account', t.savedOnDevice, t.signUp);
  if (!facts.counted) return say('reading', t.reading, '');
  if (facts.account === 'out')
    return say(
      'signed-out',
      t.signedOut,
      waiting === 0 ? t.signIn : t.waitingStays(waiting),
      waiting || null,
    );
  if (needsYou > 0)
    // Not sent yet is saved all the same, but only here.
    return say(
      'needs-you',
      t.needYou(needsYou),
      waiting === 0 && !offline ? t.restSaved : t.restSavedHere,
      needsYou,
    );
  if (offline)
    return waiting > 0
      ? say('offline-waiting', t.offlineSaved(waiting), t.goesOut(waiting), waiting)
      : say('offline', t.offline, heldSince(facts, time));
  if (moving !== null && (moving.total > SYNCING_FROM || now - moving.since >= SYNCING_AFTER))
    return {
      ...say(
        'syncing',
        t.syncing({ done: moving.done, total: moving.total }),
        t.keepWorking,
        waiting || null,
      ),
      fraction: moving.total === 0 ? 0 : Math.min(1, moving.done / moving.total),
    };
  if (waiting > 0) return say('waiting', t.savedHere(waiting), sending(facts, time), waiting);
  if (facts.firstLoad) return { ...say('syncing', t.gettingTasks, t.fromAccount), fraction: 0 };
  return say('saved', t.allSaved, whoHasIt(facts, now, time));
}

const say = (kind: StatementKind, text: string, second: string, count: number | null = null): Statement => ({
  kind,
  text,
  second,
  count,
  fraction: null,
});

function sending(facts: SyncFacts, time: ClockTime): string {
  const t = statementMessages.get();
  if (facts.needsUpdate) return t.tooOld;
  if (facts.serverTrouble) return troubleLine(facts, time);
  return facts.unreachable ? t.whenItHolds : t.sending;
}

function whoHasIt(facts: SyncFacts, now: number, time: ClockTime): string {
  const t = statementMessages.get();
  if (facts.needsUpdate) return t.tooOld;
  if (facts.serverTrouble) return troubleLine(facts, time);
  const streams = facts.streamDeadSince === null || now - facts.streamDeadSince < STREAM_GRACE;
  // Where nothing answers, nothing is checked: that is said soon enough.
  if (!streams && !facts.unreachable) return t.checking;
  if (facts.asOf === null) return '';
  const at = { time: time(facts.asOf) };
  return facts.alone ? t.accountHasIt(at) : t.everyoneHasIt(at);
}

/** What this device cannot know while it is offline. */
function heldSince({ asOf, alone }: SyncFacts, time: ClockTime): string {
  const t = statementMessages.get();
  if (asOf === null) return '';
  return alone ? t.elsewhereAsOf({ time: time(asOf) }) : t.othersAsOf({ time: time(asOf) });
}

function troubleLine({ nextTryAt }: SyncFacts, time: ClockTime): string {
  const t = statementMessages.get();
  return nextTryAt === null ? t.trouble : t.troubleUntil({ time: time(nextTryAt) });
}
