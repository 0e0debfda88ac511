/**
 * The facts that a local database keeps about itself: their keys, and what lies under them. Type aliases, not
 * interfaces: only those are a `MetaValue` without a cast.
 */
import type { Mutation } from '@holdfast/shared/sync/op';
import type { LocalTransaction, MetaValue } from './local-store';

/** This database as a device of the sync; `lastAt`: its clock never goes back (Causality). */
export type Device = {
  readonly id: string;
  readonly lastAt: number;
};

/** A walk from version 0 under way (PL4): its pages so far, each under `META.walkPage`. */
export type Walk = {
  readonly startedAt: number;
  readonly pages: number;
  /** The cursor that stood before it: rows that it has not brought yet are as of that one. */
  readonly before?: string;
};

/** How far this device has read a workspace. */
export type Position = {
  readonly cursor: string | null;
  /** The version that the cursor stands for. */
  readonly version: number;
  /** Counts whenever reading starts anew: an answer to an older one is dropped (H19). */
  readonly generation: number;
  readonly walk: Walk | null;
  /** When the last page was taken, by the server's word that nothing more was there. */
  readonly completeAt: number | null;
  /** Removed from the workspace: nothing is written here any more, until a page of it comes again (H65). */
  readonly gone?: true;
};

/** What an author sees stands at this cursor, of a history that may be gone (`seen`). */
export const seenAt = ({ cursor, walk }: Position): string | null => walk?.before ?? cursor;

export const START: Position = { cursor: null, version: 0, generation: 0, walk: null, completeAt: null };

/** Somebody signed in: what was written here goes to that account's database, and nothing is written here (CL12). */
export type Moving = {
  readonly accountId: string;
  readonly workspaceId: string;
};

/** What came of comparing this device's rows with the server's (DG1). */
export type Verified = {
  readonly at: number;
  /**
   * `moved`: one of the two had gone on meanwhile, nothing was compared · `unable`: this browser computes no hashes
   * without HTTPS (CL14).
   */
  readonly result: 'same' | 'differs' | 'moved' | 'unable';
  /** `differs`: what of. */
  readonly entities: readonly string[];
};

/** Own unsent changes of a workspace that was left, until their author saves or drops them (CL8). */
export type Left = {
  readonly leftAt: number;
  /** The workspace's; '' where it was never known here. */
  readonly name: string;
  readonly mutations: readonly Mutation[];
};

export const META = {
  /** When this device last compared itself with the server (DG1). */
  digested: (workspaceId: string) => `digest/${workspaceId}`,
  device: 'device',
  moving: 'moving',
  registry: 'registry',
  seq: (workspaceId: string) => `seq/${workspaceId}`,
  position: (workspaceId: string) => `position/${workspaceId}`,
  walkPage: (workspaceId: string, page: number) => `walk/${workspaceId}/${page}`,
  walkPages: (workspaceId: string) => `walk/${workspaceId}/`,
  /** Rows that a reset would have dropped, for 30 days. */
  kept: (workspaceId: string, at: number) => `kept/${workspaceId}/${at}`,
  keptAll: (workspaceId: string) => `kept/${workspaceId}/`,
  left: (workspaceId: string) => `left/${workspaceId}`,
  leftAll: 'left/',
  verified: (workspaceId: string) => `verified/${workspaceId}`,
  adopted: (workspaceId: string) => `adopted/${workspaceId}`,
} as const;

export async function readDevice(tx: LocalTransaction): Promise<Device | undefined> {
  return (await tx.meta(META.device)) as Device | undefined;
}

/** The device's id in what a reader read; '' before its first write. */
export const deviceIdOf = (device: MetaValue | undefined): string => (device as Device | undefined)?.id ?? '';

export const writeDevice = (tx: LocalTransaction, device: Device): Promise<void> =>
  tx.putMeta(META.device, device);

export async function readPosition(tx: LocalTransaction, workspaceId: string): Promise<Position> {
  return ((await tx.meta(META.position(workspaceId))) as Position | undefined) ?? START;
}

export const writePosition = (tx: LocalTransaction, workspaceId: string, position: Position): Promise<void> =>
  tx.putMeta(META.position(workspaceId), position);

/** The last seq given out in the workspace; 0 before the first. */
export async function readSeq(tx: LocalTransaction, workspaceId: string): Promise<number> {
  return ((await tx.meta(META.seq(workspaceId))) as number | undefined) ?? 0;
}
