/**
 * Fills a search index from the database of one account and keeps it in step: first names, then tasks in stretches,
 * then whatever is written, here, in another tab or by syncing. Between two stretches questions are answered.
 */
import type { HoldfastDatabase } from '../../db/db';
import { onLiveConnection } from '../../db/live-connection';
import { createReader } from '../../db/reader';
import { onRowChanges } from '../../db/row-changes';
import {
  type KeyRange,
  keysOfWorkspace,
  liesIn,
  onlyIdOf,
  walkRows,
  withinWorkspace,
} from '../../db/row-walk';
import type { SearchedEntity, SearchedRow, SearchIndex } from './search-index';
import type { IndexState } from './search-protocol';

export interface FeedOptions {
  readonly db: HoldfastDatabase;
  readonly workspaceId: string;
  readonly index: SearchIndex;
  readonly changed: (state: IndexState) => void;
  readonly failed: (error: unknown) => void;
}

/** Names first: tasks carry the names of their labels. */
const ENTITIES = ['project', 'label', 'task'] as const satisfies readonly SearchedEntity[];
/** Rows of one transaction: some 10 ms, which is all that a tap ever waits for it. */
const STRETCH = 400;

/** Begins at once; returns what ends it. */
export function startSearchFeed({ db, workspaceId, index, changed, failed }: FeedOptions): () => void {
  const reader = createReader(db);
  let ended = false;
  let ready = false;
  let waiting: { readonly entity: SearchedEntity; readonly range: KeyRange }[] = [];
  let turn: Promise<void> = Promise.resolve();

  const say = (): void => {
    if (!ended) changed({ ready, tasks: index.tasks });
  };
  const inTurn = (work: () => Promise<void>): void => {
    turn = turn.then(work).catch((error: unknown) => {
      if (!ended) failed(error);
    });
  };

  // Heard from before the first read on: nothing is missed between the two.
  const stopHearing = onRowChanges(db, ENTITIES, (entity, ranges) => {
    const first = waiting.length === 0;
    for (const range of ranges) {
      const here = withinWorkspace(range, workspaceId);
      if (here) waiting.push({ entity, range: here });
    }
    if (first && waiting.length > 0) inTurn(catchUp);
  });
  inTurn(async () => {
    for (const entity of ENTITIES) await readAll(entity, keysOfWorkspace(workspaceId));
    ready = true;
    say();
  });

  /** What was written while this ran comes in the next turn. */
  async function catchUp(): Promise<void> {
    const due = waiting;
    waiting = [];
    for (const entity of ENTITIES) {
      const ranges = due.filter((each) => each.entity === entity).map(({ range }) => range);
      const single = new Set(ranges.flatMap((range) => onlyIdOf(range) ?? []));
      await readSome(entity, [...single]);
      const wide = ranges.find((range) => onlyIdOf(range) === null);
      // Many at once name no keys: a walk over all of them puts only what differs into the index anew.
      if (wide) await readAll(entity, keysOfWorkspace(workspaceId));
    }
    say();
  }

  async function readSome(entity: SearchedEntity, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await onLiveConnection(db, () => reader.rowsByIds(entity, workspaceId, ids));
    if (ended) return;
    const gone = new Set(ids);
    for (const row of rows) {
      gone.delete(row.id);
      index.put({ entity, row } as SearchedRow);
    }
    for (const id of gone) index.remove(entity, id);
  }

  async function readAll(entity: SearchedEntity, range: KeyRange): Promise<void> {
    const gone = new Set<string>();
    for (const id of index.ids(entity)) if (liesIn(range, workspaceId, id)) gone.add(id);
    for await (const rows of walkRows(db, entity, range, STRETCH)) {
      if (ended) return;
      for (const row of rows) {
        gone.delete(row.id);
        index.put({ entity, row } as SearchedRow);
      }
      if (!ready) say();
    }
    for (const id of gone) index.remove(entity, id);
  }

  return () => {
    ended = true;
    stopHearing();
  };
}
