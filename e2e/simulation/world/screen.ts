/** What the screen shows. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import type { OpIntent } from '../../../web/src/db/intent';
import type { Device } from './device';

/** As the screen shows them, by id. */
export function rowsOf(device: Device, workspaceId: string): (entity: string) => Row[] {
  const byEntity = new Map<string, Row[]>();
  for (const [key, row] of device.state.rows) {
    if (!key.startsWith(workspaceId)) continue;
    const entity = key.slice(workspaceId.length + 1, key.indexOf('/', workspaceId.length + 1));
    const list = byEntity.get(entity);
    if (list) list.push(row);
    else byEntity.set(entity, [row]);
  }
  for (const list of byEntity.values()) list.sort((a, b) => (a.id < b.id ? -1 : 1));
  return (entity) => byEntity.get(entity) ?? [];
}

const shownValue = (row: Row, field: string): Json => {
  if (!field.startsWith('custom.')) return (row[field] as Json) ?? null;
  const custom = (row.custom ?? {}) as { readonly [key: string]: Json };
  return custom[field.slice('custom.'.length)] ?? null;
};

/** An edit of the row as it is shown. */
export const patchOf = (
  row: Row,
  changes: { readonly [field: string]: Json },
  entity = 'task',
): OpIntent => ({
  op: 'patch',
  entity,
  id: row.id,
  base: row.version,
  changes: Object.fromEntries(
    Object.entries(changes).map(([field, to]) => [field, { from: shownValue(row, field), to }]),
  ),
});
