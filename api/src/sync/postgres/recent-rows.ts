/**
 * What has changed of a workspace, read once by all that share a transaction. Once it has taken versions nobody else
 * takes any until it ends, and what it writes itself passes by here. Fifty people who push at once would else each read
 * the others' rows anew (decision 072).
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { RowChange } from '@holdfast/shared/sync/protocol';
import { keyOf } from '../keys';

export interface RecentRows {
  /** Whether the account is a member, as row security has just seen: only then it may read what others have read (AC4). */
  admit(accountId: string, isMember: boolean): void;
  /** This transaction takes versions: where somebody else's came between, it fails as a whole. */
  takesVersions(): void;
  /**
   * All rows above the version as they stand now, by version.
   * @param read all of them from the database, behind what was written so far; used where nothing read reaches that far
   */
  above(accountId: string, version: number, read: () => Promise<readonly RowChange[]>): Promise<RowChange[]>;
  /** These have new versions, above all that were taken before. */
  wrote(entity: string, rows: readonly Row[]): void;
}

export function recentRows(): RecentRows {
  const members = new Set<string>();
  let isAlone = false;
  let from = Number.POSITIVE_INFINITY;
  let found: Promise<readonly RowChange[]> = Promise.resolve([]);
  const written: RowChange[] = [];
  return {
    admit(accountId, isMember) {
      if (isMember) members.add(accountId);
      else members.delete(accountId);
    },
    takesVersions() {
      isAlone = true;
    },
    async above(accountId, version, read) {
      // Before any version is taken, the next job may find more: members and names change without the workspace's lock.
      if (!isAlone || !members.has(accountId)) return [...(await read())];
      if (version < from) {
        from = version;
        found = read();
      }
      // As they stand now: whoever shares the transaction goes on writing while this waits.
      const [before, since] = [found, written.slice()];
      const unseen = [...(await before), ...since].filter(({ row }) => row.version > version);
      const newest = new Map(unseen.map((change) => [keyOf(change.entity, change.row.id), change]));
      return [...newest.values()].sort((a, b) => a.row.version - b.row.version);
    },
    wrote(entity, rows) {
      written.push(...rows.map((row) => ({ entity, row })));
    },
  };
}
