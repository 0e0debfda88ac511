/** What one transaction of the server wrote, noted as it writes. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type {
  HeldMutation,
  HistoryEntry,
  ServerTransaction,
  StoredMutation,
} from '../../../api/src/sync/server-store';

export interface Commit {
  readonly workspaceId: string;
  readonly accountId: string;
  readonly rows: readonly { readonly entity: string; readonly row: Row }[];
  readonly history: readonly HistoryEntry[];
  readonly mutations: readonly StoredMutation[];
  readonly held: readonly HeldMutation[];
  /** Held ones that their author took back. */
  readonly takenBack: readonly string[];
}

/** The versions that it took. */
export interface Taken {
  readonly first: number;
  readonly count: number;
  readonly mark: string;
}

/** What one attempt at a transaction wrote. */
export class CommitNotes {
  readonly rows: { readonly entity: string; readonly row: Row }[] = [];
  readonly history: HistoryEntry[] = [];
  readonly mutations: StoredMutation[] = [];
  readonly held: HeldMutation[] = [];
  readonly takenBack: string[] = [];
  taken: Taken | null = null;

  on(tx: ServerTransaction): ServerTransaction {
    const note = (entity: string, rows: readonly Row[]): void => {
      for (const row of rows) this.rows.push({ entity, row });
    };
    return {
      ...tx,
      takeVersions: async (count, mark) => {
        const first = await tx.takeVersions(count, mark);
        this.taken = { first, count, mark };
        return first;
      },
      writeRows: (entity, rows) => {
        note(entity, rows);
        return tx.writeRows(entity, rows);
      },
      insertRows: (entity, rows) => {
        note(entity, rows);
        return tx.insertRows(entity, rows);
      },
      writeHistory: (entries) => {
        this.history.push(...entries);
        return tx.writeHistory(entries);
      },
      writeMutations: (mutations) => {
        this.mutations.push(...mutations);
        return tx.writeMutations(mutations);
      },
      writeHeld: (held) => {
        this.held.push(...held);
        return tx.writeHeld(held);
      },
      deleteHeld: (ids) => {
        this.takenBack.push(...ids);
        return tx.deleteHeld(ids);
      },
    };
  }
}
