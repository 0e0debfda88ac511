/** What an operator does to the server: who is in a workspace, backups and restores, the daily cleaning. */

import type { Books } from '../laws/books';
import type { Laws } from '../laws/laws';
import type { Ledger } from '../laws/ledger';
import type { Membership, Roles } from './membership';
import type { Server } from './server';
import type { Storage } from './storage';
import type { Timeline } from './timeline';

export interface Operator {
  found(workspaceId: string, members: { readonly [accountId: string]: string }): Promise<void>;
  /** Null: removed. */
  setRole(workspaceId: string, accountId: string, role: string | null): void;
  backup(): void;
  /** Back to the last backup; false where there is none that is young enough. */
  restore(): boolean;
  /** As the daily job does it: what was deleted by now is as if it had been so for 90 days. */
  prune(workspaceId: string): void;
}

export interface OperatorOptions {
  readonly laws: Laws;
  readonly time: Timeline;
  readonly storage: Storage;
  readonly ledger: Ledger;
  readonly membership: Membership;
  readonly server: Server;
  readonly changed: (workspaceId: string, version: number) => void;
}

const RESTORE_TAKES = 3_000;
/**
 * What was acknowledged goes out again for 7 days (PL4), by clocks that may jump a day. A backup from before brings back
 * what nobody sends any more.
 */
const YOUNG_ENOUGH = 5 * 86_400_000;

export function createOperator(options: OperatorOptions): Operator {
  const { laws, time, storage, ledger, membership, server } = options;
  /** The books say that it was done: where it was not, every comparison after it would be a false one. */
  const operate = (work: Promise<void>): void => {
    time.outside(work).catch((error: unknown) => laws.broken('operations-succeed', String(error)));
  };
  let kept: {
    readonly at: number;
    readonly books: ReadonlyMap<string, Books>;
    readonly roles: Roles;
  } | null = null;
  return {
    async found(id, members) {
      membership.found(id, members);
      await storage.found(id, members);
    },
    setRole(workspaceId, accountId, role) {
      membership.set(workspaceId, accountId, role);
      operate(storage.setRole(workspaceId, accountId, role));
    },
    backup() {
      kept = { at: time.now(), books: ledger.backup(), roles: membership.backup() };
      operate(storage.backup());
    },
    restore() {
      if (kept === null || time.now() - kept.at > YOUNG_ENOUGH) return false;
      server.down(RESTORE_TAKES);
      ledger.restore(kept.books);
      membership.restore(kept.roles);
      operate(storage.restore());
      return true;
    },
    prune(workspaceId) {
      const { head } = ledger.books(workspaceId);
      const mark = `p${head}`;
      const pruned = storage.prune(workspaceId, head, mark).then((tombstones) => {
        ledger.prune(workspaceId, head, tombstones, mark);
        if (tombstones.length > 0) options.changed(workspaceId, ledger.books(workspaceId).head);
      });
      operate(pruned);
    },
  };
}
