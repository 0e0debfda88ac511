/** Rows, their versions, and what changed above one. */
import { createHash } from 'node:crypto';
import type { Row } from '@holdfast/shared/entities/define-entity';
import { ENTITIES } from '@holdfast/shared/entities/index';
import { digestLines } from '@holdfast/shared/sync/digest';
import type { ServerTransaction, TaskLinks } from '../server-store';
import { reach } from './reach';
import { allOf, type Workspace } from './workspace';

export const rows = (
  ws: Workspace,
): Pick<
  ServerTransaction,
  'rows' | 'linksAbove' | 'changesAbove' | 'digest' | 'takeVersions' | 'writeRows' | 'insertRows'
> => ({
  async rows(entity, ids) {
    const rows = ws.rows.get(entity);
    return [...ids].sort().flatMap((id) => rows?.get(id) ?? []);
  },
  async linksAbove(taskIds) {
    const tasks = ws.rows.get('task');
    return reach(taskIds, (id) => {
      const row = tasks?.get(id);
      if (!row) return null;
      const links: TaskLinks = {
        id,
        parentId: row.parentId as string | null,
        dependsOn: row.dependsOn as readonly string[],
      };
      return [links, [...links.dependsOn, ...(links.parentId ? [links.parentId] : [])]];
    });
  },
  async changesAbove(version, limit) {
    return ENTITIES.flatMap(({ name }) => allOf(ws, name).map((row) => ({ entity: name, row })))
      .filter(({ row }) => row.version > version)
      .sort((a, b) => a.row.version - b.row.version)
      .slice(0, limit);
  },
  async digest() {
    return Object.fromEntries(
      ENTITIES.map(({ name }) => {
        const lines = digestLines(allOf(ws, name));
        const hash = createHash('sha256').update(lines.join('')).digest('hex');
        return [name, { count: lines.length, hash }];
      }),
    );
  },
  async takeVersions(count, mark) {
    const first = ws.head + 1;
    for (let version = first; version < first + count; version++) ws.marks.set(version, mark);
    ws.head += count;
    return first;
  },
  async writeRows(entity, rows) {
    const table = ws.rows.get(entity) ?? new Map<string, Row>();
    for (const row of rows) table.set(row.id, row);
    ws.rows.set(entity, table);
  },
  async insertRows(entity, rows) {
    const table = ws.rows.get(entity) ?? new Map<string, Row>();
    for (const row of rows) {
      if (table.has(row.id)) throw new Error('a row that was not there');
      table.set(row.id, row);
    }
    ws.rows.set(entity, table);
  },
});
