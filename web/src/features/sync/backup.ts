/**
 * Everything on this device as one JSON file: all rows of all workspaces, what waits, what needs a decision, and what
 * was set aside (rows that a reset would have dropped, changes of workspaces that were left). Works offline.
 */

import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Mutation } from '@holdfast/shared/sync/op';
import type { LocalStore, LocalTransaction, MetaValue, RejectedEntry } from '../../db/local-store';

export interface Backup {
  readonly app: 'holdfast';
  readonly format: 1;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly account: { readonly email: string; readonly name: string } | null;
  readonly workspaces: readonly WorkspaceBackup[];
  readonly setAside: { readonly [key: string]: MetaValue };
}

export interface WorkspaceBackup {
  readonly id: string;
  readonly name: string;
  readonly rows: { readonly [entity: string]: readonly Row[] };
  readonly waiting: readonly Mutation[];
  readonly needYou: readonly { readonly code: RejectedEntry['code']; readonly mutation: Mutation }[];
}

export interface BackupAsks {
  readonly account: Backup['account'];
  readonly workspaces: readonly { readonly id: string; readonly name: string }[];
  readonly now: number;
}

export function readBackup(store: LocalStore, asks: BackupAsks): Promise<Backup> {
  return store.transaction('read', async (tx) => ({
    app: 'holdfast',
    format: 1,
    savedAt: new Date(asks.now).toISOString(),
    account: asks.account,
    workspaces: await inTurn(asks.workspaces, (workspace) => workspaceBackup(tx, workspace)),
    setAside: await setAside(tx),
  }));
}

/** `holdfast-2026-03-12.json` */
export const backupName = (day: string): string => `holdfast-${day}.json`;

async function workspaceBackup(
  tx: LocalTransaction,
  workspace: { readonly id: string; readonly name: string },
): Promise<WorkspaceBackup> {
  const entities = await tx.entityNames(workspace.id);
  const rows = await inTurn(
    entities,
    async (entity) => [entity, await tx.rows(entity, workspace.id)] as const,
  );
  const [outbox, rejected] = await Promise.all([tx.outbox(workspace.id), tx.rejected(workspace.id)]);
  return {
    ...workspace,
    rows: Object.fromEntries(rows.filter(([, some]) => some.length > 0)),
    waiting: outbox.map((entry) => entry.mutation),
    needYou: rejected.map(({ code, mutation }) => ({ code, mutation })),
  };
}

async function setAside(tx: LocalTransaction): Promise<{ readonly [key: string]: MetaValue }> {
  // The keys of every workspace begin alike: those of one that was left are no longer in the list.
  const prefixes = ['kept/', 'left/'];
  const keys = new Set((await inTurn(prefixes, (prefix) => tx.metaKeys(prefix))).flat());
  const found = await inTurn([...keys], async (key) => [key, (await tx.meta(key)) ?? null] as const);
  return Object.fromEntries(found);
}

async function inTurn<A, B>(all: readonly A[], work: (one: A) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}
