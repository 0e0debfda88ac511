/**
 * Rows that were merged and have no version yet: what an op changed, and its stamps, are pending until the server takes
 * a version (it does so last, PU4).
 */
import type { Row, Stamp } from '../entities/define-entity';
import { type Author, type ConflictDraft, PENDING_VERSION } from './outcome';

export const pendingStamp = (author: Author): Stamp => [PENDING_VERSION, author.time, author.deviceId];

/** Gives the row and its pending stamps the version that the server took. */
export function stampVersion(row: Row, version: number): Row {
  const stamps = Object.fromEntries(
    Object.entries(row.stamps).map(([field, stamp]): [string, Stamp] => [
      field,
      stamp[0] === PENDING_VERSION ? [version, stamp[1], stamp[2]] : stamp,
    ]),
  );
  return { ...row, version, stamps };
}

/** The synced row of a conflict, its version pending. */
export function conflictRow(draft: ConflictDraft, author: Author): Row {
  return {
    ...draft,
    workspaceId: author.workspaceId,
    version: PENDING_VERSION,
    stamps: { _: pendingStamp(author) },
    createdAt: author.time,
    createdBy: author.accountId,
    updatedAt: author.time,
    deletedAt: null,
  };
}
