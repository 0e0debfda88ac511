/**
 * When a statement on the screen may give way to another: at most once a second. Only giving up a claim that is no
 * longer true never waits ("Everything is saved", "The rest is saved", "Sending now"). Pure.
 */
import {
  type ClockTime,
  OFFLINE_AFTER,
  STREAM_GRACE,
  type Statement,
  SYNCING_AFTER,
  type SyncFacts,
  statementOf,
} from './statement';
import { statementMessages } from './statement-messages';

const STEADY_FOR = 1_000;

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
  const t = statementMessages.get();
  const untrueNow =
    kind === 'reading' ||
    facts.storage !== 'fine' ||
    (kind === 'saved' && (facts.waiting > 0 || facts.needsYou > 0 || facts.firstLoad)) ||
    (second === t.restSaved && facts.waiting > 0) ||
    (second === t.sending && (facts.unreachable || facts.needsUpdate));
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
