/**
 * One account's database (and one for the person without an account), opened twice: strictness is an option of a
 * whole Dexie instance. `strict` writes what only this device has, `relaxed` receives and reads. Both see each
 * other's changes in live queries.
 *
 * A newer version of the app in another tab makes this one close at once and say so; an older one that holds its
 * connection open makes this one say `blocked` (H44). A dead handle is dropped and opened anew (H40).
 */
import { Dexie, type Table } from 'dexie';
import { noteChangedKeys } from './changed-keys';
import type { AckedEntry, DoneEntry, MetaValue, OutboxEntry, RejectedEntry } from './local-store';
import {
  DB_VERSION,
  isKnown,
  rekey,
  STORES,
  type StoredConfirmed,
  type StoredRow,
  type StoredUnknown,
} from './schema';
import { judgeStorageError, StorageFailure } from './storage-failure';
import { breakableOff } from './under-way';

export interface DatabaseEvents {
  /** Another tab runs a newer version: this one has closed its database and must be reloaded. */
  readonly onOutdated?: () => void;
  /** Another tab holds an older version open. */
  readonly onBlocked?: () => void;
}

export const NOBODY = 'nobody';

/** The name of an account's database; without an account there is one for the device's own person. */
export const databaseName = (accountId: string | null): string => `holdfast/${accountId ?? NOBODY}`;

/** Those of this page that were not closed. */
const inUse = new Set<HoldfastDatabase>();

/** The browser keeps the page aside: whatever it has under way, in whichever database, is broken off. */
export function restAll(): void {
  for (const db of inUse) db.rest();
}

/** The page is back. */
export function wakeAll(): void {
  for (const db of inUse) db.wake();
}

export class HoldfastDatabase {
  readonly name: string;
  readonly strict: Dexie;
  readonly relaxed: Dexie;
  readonly #events: DatabaseEvents;
  #closed: 'no' | 'left' | 'outdated' = 'no';
  #opening: Promise<void> | null = null;
  #generation = 0;
  readonly #breakOff: (() => void)[] = [];
  /** While the page is kept aside. */
  #resting: { readonly over: Promise<void>; readonly wake: () => void } | null = null;
  readonly #afterTrouble = new Set<() => void>();

  constructor(name: string, events: DatabaseEvents = {}) {
    this.name = name;
    this.#events = events;
    this.relaxed = this.#instance('relaxed');
    this.strict = this.#instance('strict');
    inUse.add(this);
  }

  /** Opens both connections; throws a `StorageFailure`. One opening at a time. */
  open(): Promise<void> {
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /** Why nothing can be done here any more, or null. */
  get failure(): StorageFailure | null {
    if (this.#closed === 'no') return null;
    return new StorageFailure('closed');
  }

  /** Which pair of connections this is: note it before reading, to say later which one was dead. */
  get generation(): number {
    return this.#generation;
  }

  /**
   * Drops the connections of that generation and makes new ones. Many find out at once that theirs is dead: the first
   * replaces it, the others only wait, or they would close the new one under each other for ever.
   */
  async reopen(dead: number): Promise<void> {
    if (dead === this.#generation) {
      // An opening under way is let through first: closing Dexie in the midst of one leaves it waiting for good.
      await this.#opening?.catch(() => undefined);
      if (dead === this.#generation) {
        this.#generation += 1;
        this.#disconnect();
      }
    }
    await this.open();
  }

  /**
   * The browser keeps the page aside, for its Back button: nothing here runs any more until `wake`. What a page that
   * stands still has under way holds up every other page of the app in WebKit, so it is broken off, and done after `wake`
   * as after any dead handle.
   */
  rest(): void {
    if (this.#resting !== null) return;
    let wake = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      wake = resolve;
    });
    this.#resting = { over, wake };
    this.#generation += 1;
    for (const breakOff of this.#breakOff) breakOff();
    // Closing Dexie in the midst of an opening leaves it waiting for good; a connection alone is in nobody's way.
    if (this.#opening === null) this.#disconnect();
  }

  /** The page is back. */
  wake(): void {
    this.#resting?.wake();
    this.#resting = null;
  }

  /** Calls back once, when a read or a write has come through again. Returns what takes the wish back. */
  onceItAnswers(again: () => void): () => void {
    this.#afterTrouble.add(again);
    return () => this.#afterTrouble.delete(again);
  }

  /** A read or a write came through: whoever was in trouble tries again. */
  answered(): void {
    if (this.#afterTrouble.size === 0) return;
    const waiting = [...this.#afterTrouble];
    this.#afterTrouble.clear();
    for (const again of waiting) again();
  }

  close(): void {
    this.#closed = 'left';
    this.#disconnect();
    inUse.delete(this);
    this.wake();
  }

  /** Deletes everything in it, for good. */
  async delete(): Promise<void> {
    this.close();
    await Dexie.delete(this.name);
  }

  async #open(): Promise<void> {
    await this.#resting?.over;
    if (this.failure) throw this.failure;
    try {
      // One after the other: the first may have to create or upgrade the stores.
      await connect(this.relaxed);
      await connect(this.strict);
    } catch (error) {
      if (this.failure) throw this.failure;
      if (error instanceof StorageFailure) throw error;
      const verdict = judgeStorageError(error);
      if (verdict === 'not-storage' && isVersionError(error)) {
        this.#outdated();
        throw new StorageFailure('closed', error);
      }
      throw new StorageFailure(
        verdict === 'full' ? 'full' : verdict === 'dead-handle' ? 'dead' : 'unavailable',
        error,
      );
    }
  }

  #disconnect(): void {
    this.relaxed.close({ disableAutoOpen: false });
    this.strict.close({ disableAutoOpen: false });
  }

  #outdated(): void {
    if (this.#closed !== 'no') return;
    this.#closed = 'outdated';
    this.#disconnect();
    this.#events.onOutdated?.();
  }

  #instance(durability: 'strict' | 'relaxed'): Dexie {
    const dexie = new Dexie(this.name, {
      chromeTransactionDurability: durability,
      // The stores are the one truth, also for other tabs: no second copy in memory (H48).
      cache: 'disabled',
      autoOpen: false,
    });
    dexie.version(DB_VERSION).stores(STORES).upgrade(rekey);
    noteChangedKeys(dexie, isKnown);
    this.#breakOff.push(breakableOff(dexie));
    dexie.on('versionchange', (event) => {
      // Deleted by another tab (sign-out, adoption): that tab says what comes next.
      if (event.newVersion === null) this.close();
      else this.#outdated();
      return false;
    });
    dexie.on('blocked', () => this.#events.onBlocked?.());
    return dexie;
  }
}

/**
 * Dexie reads the schema with a first transaction and calls itself open even where that one failed; then it goes on
 * with the connection before, or with none. Such a connection is as dead as one that does not open (H40, H47).
 */
async function connect(dexie: Dexie): Promise<void> {
  if (dexie.isOpen()) return;
  const { core } = dexie;
  await dexie.open();
  if (dexie.core !== core) return;
  dexie.close({ disableAutoOpen: false });
  throw new StorageFailure('dead');
}

const isVersionError = (error: unknown): boolean => error instanceof Error && error.name === 'VersionError';

/** The typed tables of one connection. */
export interface Tables {
  readonly rows: (entity: string) => Table<StoredRow, string>;
  readonly unknown: Table<StoredUnknown, [string, string, string]>;
  readonly confirmed: Table<StoredConfirmed, string>;
  readonly outbox: Table<OutboxEntry, [string, number]>;
  readonly acked: Table<AckedEntry, string>;
  readonly rejected: Table<RejectedEntry, string>;
  readonly done: Table<DoneEntry, string>;
  readonly meta: Table<MetaValue, string>;
}

/** Of a connection, or (as `Transaction.table` gives them) of one transaction alone. */
export const tablesOf = (dexie: Pick<Dexie, 'table'>): Tables => ({
  rows: (entity) => dexie.table(entity),
  unknown: dexie.table('unknown'),
  confirmed: dexie.table('confirmed'),
  outbox: dexie.table('outbox'),
  acked: dexie.table('acked'),
  rejected: dexie.table('rejected'),
  done: dexie.table('done'),
  meta: dexie.table('meta'),
});
