/** What the sync engine needs from the world and from the store. */
import type { SyncResponse } from '@holdfast/shared/sync/protocol';
import type { Leaving } from '../db/leaving';
import type { OutboxEntry } from '../db/local-store';
import type { Device, Position } from '../db/meta';
import type { Http } from '../platform/http';
import type { Alarm } from '../platform/timers';
import type { Answer } from './machine-state';

/** What an answer did to the store. */
export interface Taken {
  /** Entries that left the outbox. */
  readonly settled: number;
  /** The cursor is another one than before. */
  readonly moved: boolean;
  /** The page was taken and was the last. */
  readonly complete: boolean;
  /** Entries still in the workspace's outbox. */
  readonly waiting: number;
  readonly refusedRows: boolean;
}

/** Where the workspace stood on this device when it asked, and as which device it asked: the answer's `ack` is of that. */
export type SentFrom = Position & {
  readonly deviceId: string;
  /** A pull: its results name mutations that may have come from a copy of this profile. */
  readonly pulled?: true;
};

/** The transactions of the store that syncing needs; each all or nothing. */
export interface SyncCore {
  /** Of the first entries those that `choose` takes, frozen durably before they are returned (CL2). */
  freezeHead(
    workspaceId: string,
    limit: number,
    choose: (entries: readonly OutboxEntry[]) => readonly OutboxEntry[],
  ): Promise<Leaving>;
  position(
    workspaceId: string,
  ): Promise<{ readonly device: Device; readonly position: Position; readonly ack: number }>;
  receive(workspaceId: string, sentFrom: SentFrom, response: SyncResponse): Promise<Taken>;
  /** A new device id, the queue numbered anew (PU3). */
  renumber(workspaceId: string, lost: boolean): Promise<void>;
  /** Counts a try of the first entry (PU6). */
  noteTry(workspaceId: string): Promise<void>;
  /** Removed from the workspace: its rows go, own unsent changes stay to be saved as a file (CL8). */
  leave(workspaceId: string): Promise<void>;
}

export interface SyncDeps {
  readonly core: SyncCore;
  readonly http: Http;
  readonly accountId: string;
  readonly deviceName: string;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly createAlarm: (ring: () => void) => Alarm;
  /** One refresh for all tabs (AC2); `since`: when the request left that was refused. */
  readonly refresh: (since: number, signal: AbortSignal) => Promise<Answer>;
  /** Compares the digests (DG1). */
  readonly digest: (workspaceId: string, signal: AbortSignal) => Promise<Answer>;
  /** A build id came with an answer. */
  readonly heardBuild: (build: string) => void;
  /** An answer was taken over. */
  readonly took: (workspaceId: string, answer: SyncResponse, taken: Taken) => void;
}
