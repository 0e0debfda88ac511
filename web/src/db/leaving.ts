/**
 * What goes out next, as it stands in the database: read by whoever sends (CL2), or said by a write that knows it.
 */
import type { OutboxEntry } from './local-store';
import type { Device, Position } from './meta';

export interface Leaving {
  readonly workspaceId: string;
  readonly device: Device;
  readonly position: Position;
  /** The first of the outbox, in order; frozen, durably. */
  readonly entries: readonly OutboxEntry[];
}
