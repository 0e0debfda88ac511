/** What came of one plan. */
import type { Violation } from '../laws/laws';

export interface Report {
  readonly seed: number;
  readonly postgres: boolean;
  readonly violation: Violation | null;
  readonly events: number;
  /** Of these, after the faults were over. */
  readonly healing: number;
  readonly acts: number;
  readonly requests: number;
  /** At most so many of one device within ten seconds. */
  readonly busiest: number;
  /** How often a device was compared with the server at the head. */
  readonly comparisons: number;
  readonly faults: { readonly [kind: string]: number };
  readonly outcomes: { readonly [outcome: string]: number };
  /** The last things that happened, where the plan asks for it. */
  readonly trace: readonly string[];
  /** Equal for equal runs: the world is a function of its plan. */
  readonly fingerprint: string;
}
