/**
 * Which rows of a database were written, in this tab, another one or a worker: Dexie's own news, of which live queries
 * live, as ranges of row keys. A write of many rows names no keys: then it is every row of its store.
 */
import { Dexie, type IndexableType } from 'dexie';
import type { HoldfastDatabase } from './db';
import type { KeyRange } from './row-walk';

/** As Dexie sends it: a tree of ranges. */
interface Tree {
  readonly from?: IndexableType;
  readonly to?: IndexableType;
  readonly l?: Tree | null;
  readonly r?: Tree | null;
}

const EVERY_KEY: KeyRange = { from: '', to: '\uffff' };

/** Calls back after each commit that wrote rows of one of the entities; returns what ends it. */
export function onRowChanges<N extends string>(
  db: Pick<HoldfastDatabase, 'name'>,
  entities: readonly N[],
  heard: (entity: N, ranges: readonly KeyRange[]) => void,
): () => void {
  const listen = (parts: { readonly [part: string]: unknown }): void => {
    for (const entity of entities) {
      const tree = (parts[`idb://${db.name}/${entity}/`] ?? parts['all']) as Tree | undefined;
      if (tree === undefined) continue;
      const ranges: KeyRange[] = [];
      collect(tree, ranges);
      if (ranges.length > 0) heard(entity, ranges);
    }
  };
  Dexie.on('storagemutated', listen);
  return () => Dexie.on.storagemutated.unsubscribe(listen);
}

function collect(tree: Tree, into: KeyRange[]): void {
  if (tree.l) collect(tree.l, into);
  if (tree.from !== undefined) into.push(asKeys(tree));
  if (tree.r) collect(tree.r, into);
}

/** Row keys are strings; an end that is none reaches beyond them all. */
const asKeys = ({ from, to }: Tree): KeyRange => ({
  from: typeof from === 'string' ? from : EVERY_KEY.from,
  to: typeof to === 'string' ? to : EVERY_KEY.to,
});
