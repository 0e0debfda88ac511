/**
 * Comparing this device with the server, from the press to the words (DG1). Pure: what the syncing place noted of each
 * workspace in, what to ask and what to say out.
 *
 *   ask ──▶ same ──────────────────────────▶ said
 *    ▲  ──▶ moved: somebody wrote meanwhile ─┐
 *    └───────────────────────────────────────┘
 *       ──▶ differs ──▶ read anew ──▶ ask again ──▶ same: healed · differs: said as it is
 */
import type { Verified } from '../../db/meta';

/** A workspace as this device's database knows it. */
export interface Noted {
  readonly id: string;
  readonly verified: Verified | null;
  /** It is being read anew from the start. */
  readonly reading: boolean;
}

export interface Run {
  /** When each workspace was asked for last. */
  readonly askedAt: { readonly [id: string]: number };
  /** What differed and was read anew, by workspace. */
  readonly differed: { readonly [id: string]: readonly string[] };
  readonly startedAt: number;
  /** How often was asked again. */
  readonly again: number;
}

export type Standing =
  | 'comparing'
  | 'reading'
  | 'same'
  | 'healed'
  /** It differs still, after it was read anew. */
  | 'differs'
  | 'unable'
  /** Others write all the time: nothing could be compared. */
  | 'busy';

export interface Progress {
  readonly standing: Standing;
  /** To ask for now. */
  readonly ask: readonly string[];
  readonly run: Run;
  /** Kinds of things that differed. */
  readonly entities: readonly string[];
}

export const begin = (ids: readonly string[], now: number): Run => ({
  askedAt: Object.fromEntries(ids.map((id) => [id, now])),
  differed: {},
  startedAt: now,
  again: 0,
});

/** Asked again, but not at once; and not for ever. */
export const AGAIN_MS = 500;
const MOST_TIMES = 40;
/** Beyond so long without a result the server is not there. */
export const PATIENCE_MS = 20_000;

export function progress(run: Run, noted: readonly Noted[], now: number): Progress {
  const ask: string[] = [];
  const differed = { ...run.differed };
  const standings = noted.map((one): Standing => {
    const asked = run.askedAt[one.id] ?? run.startedAt;
    const answer = one.verified && one.verified.at >= asked ? one.verified : null;
    if (!answer) return 'comparing';
    if (answer.result === 'same') return differed[one.id] ? 'healed' : 'same';
    if (answer.result === 'unable') return 'unable';
    if (answer.result === 'moved') {
      if (run.again >= MOST_TIMES) return 'busy';
      ask.push(one.id);
      return 'comparing';
    }
    if (run.differed[one.id]) return 'differs';
    if (one.reading) return 'reading';
    differed[one.id] = answer.entities;
    ask.push(one.id);
    return 'reading';
  });
  return {
    standing: worst(standings),
    ask,
    run: {
      ...run,
      again: run.again + (ask.length > 0 ? 1 : 0),
      differed,
      askedAt: { ...run.askedAt, ...Object.fromEntries(ask.map((id) => [id, now])) },
    },
    entities: [...new Set(Object.values(differed).flat())],
  };
}

/** What is still under way comes first, then what is worst. */
const GRAVITY: readonly Standing[] = ['same', 'healed', 'busy', 'unable', 'differs', 'reading', 'comparing'];
const worst = (standings: readonly Standing[]): Standing =>
  standings.reduce<Standing>((a, b) => (GRAVITY.indexOf(a) > GRAVITY.indexOf(b) ? a : b), 'same');

export const isUnderWay = (standing: Standing): boolean => standing === 'comparing' || standing === 'reading';
