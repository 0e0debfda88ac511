/** What a run did, noted as it goes: faults by kind, and, where a plan asks for it, a trace for people to read. */
import type { Commit } from '../laws/commit-notes';
import type { Ledger } from '../laws/ledger';
import { inWords } from './in-words';
import type { Ask, Reply } from './replies';

/** The last lines are what leads to a violation. */
const KEPT = 3_000;

export interface Notes {
  note(who: string, what: string): void;
  /** Something went wrong, as it was meant to. */
  fault(kind: string): void;
  commit(commit: Commit, ledger: Ledger): void;
  exchange(who: string, ask: Ask, reply: Reply): void;
  readonly faults: { readonly [kind: string]: number };
  readonly trace: readonly string[];
}

export function createNotes(elapsed: () => number, traces: boolean): Notes {
  const faults: { [kind: string]: number } = {};
  const trace: string[] = [];
  function note(who: string, what: string): void {
    if (!traces) return;
    trace.push(`${(elapsed() / 1000).toFixed(3)} ${who}: ${what}`);
    if (trace.length > KEPT) trace.shift();
  }
  return {
    faults,
    trace,
    note,
    fault(kind) {
      note('fault', kind);
      faults[kind] = (faults[kind] ?? 0) + 1;
    },
    commit({ mutations, rows }, ledger) {
      if (!traces) return;
      const said = {
        mutations: mutations.flatMap(({ id }) => ledger.said(id) ?? []),
        results: mutations.map(({ id, seq, result }) => ({ id, seq, ...result })),
        changes: rows,
      };
      note('commit', inWords(JSON.stringify(said)));
    },
    exchange(who, ask, reply) {
      if (!traces) return;
      const { path, body } = ask;
      note(who, `${path.slice(0, 11)} ${inWords(body)} → ${reply.status} ${inWords(reply.text)}`);
    },
  };
}
