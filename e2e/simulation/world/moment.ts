/** One tap of somebody: who, where, and what stands on the screen. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Saved } from '../../../web/src/db/write-result';
import type { Device } from './device';
import type { Dice } from './dice';
import type { Hand } from './hand';
import type { Journal } from './journal';

export interface Moment {
  readonly device: Device;
  readonly dice: Dice;
  readonly hand: Hand;
  /** The workspace on screen. */
  readonly ws: string;
  readonly rows: (entity: string) => readonly Row[];
  /** The task that it is about, where there is one. */
  readonly task: Row | null;
  readonly accounts: readonly string[];
  readonly journal: Journal;
  /** A word that nobody ever typed. */
  readonly word: (workspaceId: string) => string;
  readonly desk: Desk;
  readonly roleOf: (workspaceId: string, accountId: string) => string | null;
  /** A moment between two taps. */
  readonly pause: (ms: number) => Promise<void>;
}

/** What stays with each device between two taps. */
export interface Desk {
  readonly editors: Map<Device, Editor>;
  readonly undoable: Map<Device, { readonly saved: Saved; readonly workspaceId: string }>;
}

/** A text that is open, as it was when it was opened. */
export interface Editor {
  readonly row: Row;
  readonly workspaceId: string;
  readonly field: 'title' | 'description';
}

export const isLive = (row: Row): boolean => row.deletedAt === null;
