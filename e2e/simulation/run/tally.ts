/** What many runs did together. A simulation that did little has shown little. */
import type { Report } from '../world/report';
import type { Options } from './options';

export interface Tally {
  seeds: number;
  events: number;
  acts: number;
  requests: number;
  comparisons: number;
  postgres: number;
  busiest: number;
  readonly faults: { [kind: string]: number };
  readonly outcomes: { [outcome: string]: number };
  readonly failed: Report[];
}

export const emptyTally = (): Tally => ({
  seeds: 0,
  events: 0,
  acts: 0,
  requests: 0,
  comparisons: 0,
  postgres: 0,
  busiest: 0,
  faults: {},
  outcomes: {},
  failed: [],
});

export function count(tally: Tally, report: Report): void {
  tally.seeds += 1;
  tally.events += report.events;
  tally.acts += report.acts;
  tally.requests += report.requests;
  tally.comparisons += report.comparisons;
  tally.busiest = Math.max(tally.busiest, report.busiest);
  if (report.postgres) tally.postgres += 1;
  for (const [kind, times] of Object.entries(report.faults))
    tally.faults[kind] = (tally.faults[kind] ?? 0) + times;
  for (const [outcome, times] of Object.entries(report.outcomes))
    tally.outcomes[outcome] = (tally.outcomes[outcome] ?? 0) + times;
  if (report.violation) tally.failed.push(report);
}

/** Kinds that a hundred seeds bring about, whichever they are. */
const EXPECTED_FAULTS = [
  ...['lost', 'answer-lost', 'twice', 'late', 'html', 'trouble', 'news-lost', 'offline', 'crash', 'power'],
  ...[
    'power-strict',
    'two-places',
    'frozen',
    'background',
    'clone',
    'server-before',
    'server-after',
    'handler',
    'prune',
  ],
  ...[
    'backup',
    'rollback',
    'revoke',
    'role',
    'clock',
    'old-build',
    'bad-row',
    'refused-row',
    'flip',
    'diverged',
  ],
  ...['night', 'behind', 'poison', 'group', 'no-cookies', 'signed-out'],
];
const EXPECTED_OUTCOMES = ['applied', 'merged', 'review', 'rejected', 'held', 'released', 'dropped'];

type Wanted = Pick<Options, 'without' | 'leastEvents'>;

/** What is missing, in words; empty where enough was done. */
export function tooLittle(tally: Tally, { without, leastEvents }: Wanted): string[] {
  if (tally.seeds < 100) return [];
  const missing = EXPECTED_FAULTS.filter((kind) => kind !== without && !tally.faults[kind]);
  const outcomes = EXPECTED_OUTCOMES.filter((outcome) => !tally.outcomes[outcome]);
  return [
    ...(missing.length > 0 ? [`never happened: ${missing.join(', ')}`] : []),
    ...(outcomes.length > 0 ? [`no outcome: ${outcomes.join(', ')}`] : []),
    ...(tally.events < Math.max(leastEvents, tally.seeds * 500)
      ? [`${tally.events} events in ${tally.seeds} seeds`]
      : []),
    ...(tally.comparisons < tally.seeds * 20 ? [`${tally.comparisons} comparisons at the head`] : []),
  ];
}

export function inLines(tally: Tally, seconds: number): string[] {
  const list = (counts: { readonly [name: string]: number }): string =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([name, times]) => `${name} ${times}`)
      .join(', ');
  return [
    `${tally.seeds} seeds (${tally.postgres} on Postgres), ${tally.events} events, ${tally.acts} acts, ${tally.requests} requests in ${seconds.toFixed(1)} s`,
    `compared at the head ${tally.comparisons} times; busiest device: ${tally.busiest} requests in ten seconds`,
    `outcomes: ${list(tally.outcomes)}`,
    `faults: ${list(tally.faults)}`,
  ];
}
