/**
 * Everything on this device as JSON: rows, what waits, what needs its author, what was kept. In pieces, one store
 * and a thousand rows at a time, so that the file is never whole in memory twice. Works offline.
 */

import { ENTITIES } from '@holdfast/shared/entities/index';
import type { Table } from 'dexie';
import { type HoldfastDatabase, tablesOf } from './db';
import { rowAddress } from './local-store';
import { fromStored } from './schema';

export interface ExportAbout {
  readonly exportedAt: number;
  readonly accountId: string;
  readonly accountName: string | null;
}

const BLOCK = 1000;

/** Pieces of one JSON document; join them, or make a Blob of them. */
export async function* exportPieces(db: HoldfastDatabase, about: ExportAbout): AsyncGenerator<string> {
  const tables = tablesOf(db.relaxed);
  yield `{"format":"holdfast","version":1,"exportedAt":${about.exportedAt},"account":${JSON.stringify({
    id: about.accountId,
    name: about.accountName,
  })},"rows":{`;
  let first = true;
  for (const { name } of ENTITIES) {
    yield `${first ? '' : ','}${JSON.stringify(name)}:`;
    first = false;
    yield* list(blocks(tables.rows(name), (row) => fromStored(row)));
  }
  yield '},"unknown":';
  yield* list(blocks(tables.unknown, (stored) => ({ entity: stored.entity, row: stored.row })));
  yield ',"confirmed":';
  yield* list(blocks(tables.confirmed, ({ key, row }) => ({ ...rowAddress(key), row })));
  yield ',"waiting":';
  yield* list(blocks(tables.outbox, (entry) => entry));
  yield ',"needsYou":';
  yield* list(blocks(tables.rejected, (entry) => entry));
  yield ',"kept":';
  yield* list(keptOf(tables));
  yield '}\n';
}

/** Rows that a reset dropped, and unsent changes of workspaces that were left. */
async function* keptOf(tables: ReturnType<typeof tablesOf>): AsyncGenerator<unknown[]> {
  for (const prefix of ['kept/', 'left/', 'draft/']) {
    const keys = await tables.meta.where(':id').startsWith(prefix).primaryKeys();
    for (const key of keys) yield [{ key, value: await tables.meta.get(key) }];
  }
}

/** By primary key, a block a transaction; a row that changes meanwhile comes in its old or its new state. */
async function* blocks<S, K>(table: Table<S, K>, shown: (stored: S) => unknown): AsyncGenerator<unknown[]> {
  for (let offset = 0; ; offset += BLOCK) {
    const block = await table.orderBy(':id').offset(offset).limit(BLOCK).toArray();
    if (block.length > 0) yield block.map(shown);
    if (block.length < BLOCK) return;
  }
}

async function* list(items: AsyncGenerator<unknown[]>): AsyncGenerator<string> {
  yield '[';
  let first = true;
  for await (const block of items) {
    yield `${first ? '' : ','}${block.map((item) => JSON.stringify(item)).join(',')}`;
    first = false;
  }
  yield ']';
}

/** The file to save. */
export async function exportFile(db: HoldfastDatabase, about: ExportAbout): Promise<Blob> {
  const pieces: string[] = [];
  for await (const piece of exportPieces(db, about)) pieces.push(piece);
  return new Blob(pieces, { type: 'application/json' });
}
