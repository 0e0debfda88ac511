/**
 * What is known about where the changes are, as screens show it. The composition root provides it from the syncing
 * place's facts and this device's counts; `statement.ts` says it in words.
 */
import { createContext, useContext } from 'react';
import type { SyncShape } from '../../ui/sync-ring';
import type { Statement, StatementKind } from './statement';

export interface SyncView {
  readonly statement: Statement;
  /** Waiting in the outbox, all workspaces. */
  readonly waiting: number;
  readonly needsYou: number;
  /** Of these, own held deletes that wait for an owner or admin. */
  readonly forAdmins: number;
  /** The server has not answered for 3 s: what needs a connection rests. */
  readonly offline: boolean;
  /** It answers, but with trouble of its own. */
  readonly serverTrouble: boolean;
  readonly nextTryAt: number | null;
  /** This version is too old to send (426). */
  readonly needsUpdate: boolean;
  /** A send or a first load under way, in real numbers. */
  readonly moving: { readonly done: number; readonly total: number } | null;
  /** The last time that this device held everything of the workspace on screen. */
  readonly asOf: number | null;
  /** The workspace's rows come to this device for the first time: what is not here yet is not gone. */
  readonly firstLoad: boolean;
  readonly alone: boolean;
  /** Workspaces that the server does not know, or does not say: read-only here (CL8). */
  readonly unknownWorkspaces: readonly string[];
  /** From a tap: look and send at once. */
  syncNow(): void;
  /** From a tap: compare this workspace with the server now (DG1); what came of it stands in `META.verified`. */
  compare(workspaceId: string): void;
}

const Context = createContext<SyncView | null>(null);
export const SyncProvider = Context.Provider;

export function useSync(): SyncView {
  const sync = useContext(Context);
  if (!sync) throw new Error('useSync needs a SyncProvider above it');
  return sync;
}

/** The shape for each statement: it says it first, the colour second. */
export const SHAPE: { readonly [kind in StatementKind]: SyncShape } = {
  reading: 'here',
  'not-saved': 'needs-you',
  saved: 'everyone',
  waiting: 'here',
  syncing: 'going',
  offline: 'offline',
  'offline-waiting': 'offline-here',
  'needs-you': 'needs-you',
  'no-account': 'here',
  'signed-out': 'here',
};
