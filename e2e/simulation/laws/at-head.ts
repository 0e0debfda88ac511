/** H17, H18, H23: at the head a device holds what the server holds, and nothing else that lives. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import { sameJson } from '@holdfast/shared/merge/json';
import type { LocalState } from '../../../web/src/db/memory-store';
import type { Device } from '../world/device';
import type { Laws } from './laws';
import { confirmedOf } from './local-rows';

/** @param excused keys of rows that were broken on purpose */
export function compare(
  laws: Laws,
  device: Device,
  state: LocalState,
  workspaceId: string,
  rows: ReadonlyMap<string, Row>,
  excused: ReadonlySet<string> | undefined = undefined,
): void {
  for (const [name, row] of rows) {
    const key = `${workspaceId}/${name}`;
    if (excused?.has(key)) continue;
    const own = confirmedOf(state, key);
    if (!own) laws.broken('at-head-equal', `${device.name} at the head lacks ${name}`);
    else if (own.version !== row.version || !sameRow(own, row))
      laws.broken(
        'at-head-equal',
        `${device.name} at the head: ${name} ${own.version}, server ${row.version}`,
      );
  }
  for (const [key, row] of state.rows) {
    if (!key.startsWith(workspaceId) || state.confirmed.has(key)) continue;
    const name = key.slice(workspaceId.length + 1);
    if (row.deletedAt === null && !rows.has(name) && isOurs(name))
      laws.broken('at-head-equal', `${device.name} at the head holds ${name}, the server does not`);
  }
}

/** Entities that the server itself writes are not in the ledger. */
const isOurs = (name: string): boolean => !name.startsWith('member/') && !name.startsWith('workspace/');

/** Equal versions of one history are equal rows. What a newer server sends beside them stays as it is (PL5). */
const compared = new WeakMap<Row, Row>();
function sameRow(own: Row, row: Row): boolean {
  if (compared.get(own) === row) return true;
  const same = Object.keys(row).every((field) => sameJson(own[field] as Json, row[field] as Json));
  if (same) compared.set(own, row);
  return same;
}
