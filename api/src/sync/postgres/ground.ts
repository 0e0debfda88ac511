import type { Ask } from '../../db/pool';
import type { Scope } from '../server-store';
import type { RecentRows } from './recent-rows';

/** What every part of the store stands on: one transaction over one workspace. Every statement names the workspace. */
export interface Ground {
  readonly tx: Ask;
  readonly ws: string;
  readonly scope: Scope;
  /** Beyond the first, nothing is taken for granted any more: the counter is locked before it is used. */
  readonly attempt: number;
  /** What must be through before the commit, if nothing else has seen to it. */
  readonly beforeEnd: (work: () => Promise<void>) => void;
  /** Shared by all jobs of the transaction. */
  readonly recent: RecentRows;
  /** All that this one asks and writes is on its way. */
  readonly passOn: () => void;
}
