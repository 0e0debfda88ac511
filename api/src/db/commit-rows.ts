/** Writes rows that the server itself makes (workspaces, members), with versions, so that they travel by pull. */
import type { Row, Stamp } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import { entityByName } from '@holdfast/shared/entities/index';
import { PENDING_VERSION } from '@holdfast/shared/merge/outcome';
import { stampVersion } from '@holdfast/shared/merge/pending-row';
import type { Tx } from './pool';
import { writeRows } from './rows';
import { takeVersions } from './take-versions';

/** The device in the stamps of what no device did. */
const SERVER_DEVICE = '00000000-0000-8000-8000-000000000000';

export interface ServerRow {
  readonly entity: 'workspace' | 'member';
  readonly row: Row;
}

/** @returns the workspace's head afterwards; publish it after the commit. */
export async function commitRows(
  tx: Tx,
  workspaceId: string,
  rows: readonly ServerRow[],
  mark: string,
): Promise<number> {
  const first = await takeVersions(tx, workspaceId, rows.length, mark);
  const stamped = rows.map(({ entity, row }, index) => ({ entity, row: stampVersion(row, first + index) }));
  for (const name of ['workspace', 'member'] as const) {
    const entity = entityByName(name);
    const own = stamped.filter((change) => change.entity === name).map((change) => change.row);
    if (entity) await writeRows(tx, entity, own);
  }
  return first + rows.length - 1;
}

/** A new row of the server's making; its version pending. */
export function serverRow(
  base: { readonly id: string; readonly workspaceId: string; readonly createdBy: string },
  now: number,
  values: { readonly [field: string]: Json },
): Row {
  return {
    ...values,
    ...base,
    version: PENDING_VERSION,
    stamps: { _: pending(now) },
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
}

/** The row with these values, stamped as changed now. */
export function changedRow(row: Row, now: number, values: { readonly [field: string]: Json }): Row {
  const stamps = {
    ...row.stamps,
    ...Object.fromEntries(Object.keys(values).map((field) => [field, pending(now)])),
  };
  return { ...row, ...values, stamps, updatedAt: now, version: PENDING_VERSION };
}

const pending = (now: number): Stamp => [PENDING_VERSION, now, SERVER_DEVICE];
