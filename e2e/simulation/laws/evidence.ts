/** What a law judges from: what the server committed, what people did, and where a broken law is told. */
import type { Journal } from '../world/journal';
import type { Laws } from './laws';
import type { Ledger } from './ledger';

export interface Evidence {
  readonly laws: Laws;
  readonly ledger: Ledger;
  readonly journal: Journal;
}
