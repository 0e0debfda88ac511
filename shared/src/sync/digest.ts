/** What two sides compare to know that they hold the same rows (spec DG1). */
import type { BaseRow } from '../entities/define-entity';

/** `id:version\n` of the live rows, sorted by lower-case id in code units; the digest is their count and SHA-256. */
export function digestLines(
  rows: readonly Pick<BaseRow, 'id' | 'version' | 'deletedAt'>[],
): readonly string[] {
  return rows
    .filter((row) => row.deletedAt === null)
    .map((row) => ({ id: row.id.toLowerCase(), version: row.version }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map(({ id, version }) => `${id}:${version}\n`);
}
