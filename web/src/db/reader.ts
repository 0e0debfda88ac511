/**
 * What queries read with. Lists read ordered keys from a local index (`ids`), then only the rows on screen
 * (`rowsByIds`); everything goes through the relaxed connection, where live queries see both.
 */

import type { RowOf } from '@holdfast/shared/entities/define-entity';
import type { ENTITIES, EntityName } from '@holdfast/shared/entities/index';
import { Dexie } from 'dexie';
import { type HoldfastDatabase, tablesOf } from './db';
import { idOfPk, type KeyPart, pkOf, rangeOf } from './keys';
import type { AckedEntry, DoneEntry, MetaValue, OutboxEntry, RejectedEntry } from './local-store';
import { fromStored, type StoredRow } from './schema';

type EntityByName = { [E in (typeof ENTITIES)[number] as E['name']]: E };
/** The row type of an entity's name. */
export type RowNamed<N extends EntityName> = RowOf<EntityByName[N]>;
/** A stretch of an index: keys that begin with `from` up to those that begin with `to` (both included). */
export interface Stretch {
  readonly index: string;
  readonly from: readonly KeyPart[];
  /** `from` where absent. */
  readonly to?: readonly KeyPart[];
  readonly newestFirst?: boolean;
  readonly limit?: number;
}

export interface Reader {
  row<N extends EntityName>(entity: N, workspaceId: string, id: string): Promise<RowNamed<N> | null>;
  /** In the order of `ids`; rows that are not there are left out. */
  rowsByIds<N extends EntityName>(
    entity: N,
    workspaceId: string,
    ids: readonly string[],
  ): Promise<RowNamed<N>[]>;
  ids(entity: EntityName, stretch: Stretch): Promise<string[]>;
  rows<N extends EntityName>(entity: N, stretch: Stretch): Promise<RowNamed<N>[]>;
  count(entity: EntityName, stretch: Stretch): Promise<number>;
  /** The row with the greatest key of the stretch. */
  last<N extends EntityName>(entity: N, stretch: Stretch): Promise<RowNamed<N> | null>;
  all<N extends EntityName>(entity: N, workspaceId: string): Promise<RowNamed<N>[]>;
  /** Rows of all workspaces in this database. */
  everywhere<N extends EntityName>(entity: N): Promise<RowNamed<N>[]>;
  /** By seq, or the newest first. */
  outbox(workspaceId: string, limit?: number, newestFirst?: boolean): Promise<OutboxEntry[]>;
  /** Waiting entries that touch one of the rows (`rowKey`). */
  outboxOf(rowKeys: readonly string[]): Promise<OutboxEntry[]>;
  outboxCount(workspaceId?: string): Promise<number>;
  rejected(workspaceId: string): Promise<RejectedEntry[]>;
  /** Acknowledged since then (kept for 7 days). */
  acked(workspaceId: string, since?: number): Promise<AckedEntry[]>;
  /** Things done on this device, the newest first. */
  done(workspaceId: string, limit?: number): Promise<DoneEntry[]>;
  /** Acknowledged ones that touch the row (`rowKey`; kept for 7 days). */
  ackedOf(rowKey: string): Promise<AckedEntry[]>;
  meta(key: string): Promise<MetaValue | undefined>;
  /** Facts whose keys begin alike. */
  metaUnder(prefix: string): Promise<readonly { readonly key: string; readonly value: MetaValue }[]>;
}

export function createReader(db: HoldfastDatabase): Reader {
  const tables = tablesOf(db.relaxed);
  const stretchOf = (entity: string, { index, from, to = from, newestFirst, limit }: Stretch) => {
    const all = tables
      .rows(entity)
      .where(`keys.${index}`)
      .between(...rangeOf(from, to), true, true);
    const ordered = newestFirst ? all.reverse() : all;
    return limit === undefined ? ordered : ordered.limit(limit);
  };
  const inWorkspace = (workspaceId: string): [unknown[], unknown[]] => [
    [workspaceId],
    [workspaceId, Dexie.maxKey],
  ];
  return {
    async row(entity, workspaceId, id) {
      const stored = await tables.rows(entity).get(pkOf(workspaceId, id));
      return stored ? rowFrom(stored) : null;
    },
    async rowsByIds(entity, workspaceId, ids) {
      const found = await tables.rows(entity).bulkGet(ids.map((id) => pkOf(workspaceId, id)));
      return found.flatMap((stored) => (stored ? [rowFrom(stored)] : []));
    },
    ids: async (entity, stretch) => (await stretchOf(entity, stretch).primaryKeys()).map(idOfPk),
    async rows<N extends EntityName>(entity: N, stretch: Stretch) {
      return (await stretchOf(entity, stretch).toArray()).map(rowFrom<RowNamed<N>>);
    },
    async last<N extends EntityName>(entity: N, stretch: Stretch) {
      const [last] = await stretchOf(entity, { ...stretch, newestFirst: true, limit: 1 }).toArray();
      return last ? rowFrom<RowNamed<N>>(last) : null;
    },
    count: (entity, stretch) => stretchOf(entity, stretch).count(),
    async all<N extends EntityName>(entity: N, workspaceId: string) {
      const all = tables
        .rows(entity)
        .where(':id')
        .between(...rangeOf([workspaceId]));
      return (await all.toArray()).map(rowFrom<RowNamed<N>>);
    },
    async everywhere<N extends EntityName>(entity: N) {
      return (await tables.rows(entity).toArray()).map(rowFrom<RowNamed<N>>);
    },
    outboxOf: (rowKeys) =>
      tables.outbox
        .where('rows')
        .anyOf([...rowKeys])
        .distinct()
        .toArray(),
    async outbox(workspaceId, limit, newestFirst) {
      const all = tables.outbox.where('[workspaceId+seq]').between(...inWorkspace(workspaceId));
      const ordered = newestFirst ? all.reverse() : all;
      return (limit === undefined ? ordered : ordered.limit(limit)).toArray();
    },
    outboxCount: (workspaceId) =>
      workspaceId === undefined
        ? tables.outbox.count()
        : tables.outbox
            .where('[workspaceId+seq]')
            .between(...inWorkspace(workspaceId))
            .count(),
    rejected: (workspaceId) =>
      tables.rejected
        .where('[workspaceId+rejectedAt]')
        .between(...inWorkspace(workspaceId))
        .toArray(),
    async acked(workspaceId, since = 0) {
      const some = (passed: 0 | 1) =>
        tables.acked
          .where('[workspaceId+passed+ackedAt]')
          .between([workspaceId, passed, since], [workspaceId, passed, Dexie.maxKey])
          .toArray();
      return (await Promise.all([some(1), some(0)])).flat();
    },
    async done(workspaceId, limit) {
      const all = tables.done
        .where('[workspaceId+at]')
        .between(...inWorkspace(workspaceId))
        .reverse();
      return (limit === undefined ? all : all.limit(limit)).toArray();
    },
    ackedOf: (key) => tables.acked.where('rows').equals(key).toArray(),
    meta: (key) => tables.meta.get(key),
    async metaUnder(prefix) {
      const keys = await tables.meta.where(':id').startsWith(prefix).primaryKeys();
      const values = await tables.meta.bulkGet(keys);
      return keys.flatMap((key, i) => {
        const value = values[i];
        return value === undefined ? [] : [{ key, value }];
      });
    },
  };
}

const rowFrom = <R>(stored: StoredRow): R => fromStored(stored) as unknown as R;
