/**
 * A push (spec PU1–PU9): the request's mutations, in one transaction where the storage takes them all, and after each
 * commit the word to who listens. What happens in the transaction: `commit-push.ts`.
 */
import type { PushRequest, SyncResponse } from '@holdfast/shared/sync/protocol';
import { type Committed, commitPush } from './commit-push';
import { type Incoming, readBatch } from './incoming';
import type { NoMember, Scope, ServerStore } from './server-store';

export type PushAnswer =
  | { readonly kind: 'page'; readonly page: SyncResponse; readonly failure: unknown }
  | { readonly kind: 'broken' | 'behind' | 'device_forked' | NoMember }
  | { readonly kind: 'gap'; readonly ack: number };

export interface PushDeps {
  readonly store: ServerStore;
  readonly now: () => number;
  /** Random, of at most 32 characters [0-9a-z]. */
  readonly newMark: () => string;
  readonly changed: (workspaceId: string, version: number, deviceId: string) => void;
  /** The storage is away: no mutation's fault. */
  readonly isAway?: (error: unknown) => boolean;
  /** How many deletes are a mass change (PU9): fifty, fewer where the simulation's workspaces are small. */
  readonly massRows?: number | undefined;
}

/** A request whose mutations nobody has read yet, and the session that sent it, where there is one. */
type Asked = Omit<PushRequest, 'mutations'> & {
  readonly mutations: readonly unknown[];
  readonly session?: Scope['session'];
};

/** More ops make a push long enough to be no company for others' short ones. */
const FEW = 50;

export async function push(
  deps: PushDeps,
  accountId: string,
  request: Asked,
  limit: number,
): Promise<PushAnswer> {
  const read = readBatch(request.mutations);
  if (read.kind !== 'batch') return read;
  const { workspaceId, deviceId } = request;
  const now = deps.now();
  const { session } = request;
  const { massRows } = deps;
  const scope = { accountId, workspaceId, ...(session ? { session } : {}) };
  const isAway = deps.isAway ?? (() => false);
  const run = async (batch: readonly Incoming[], isAlone = isLong(batch)): Promise<Committed> => {
    const committed = await deps.store.transaction({ ...scope, mode: 'write', isAlone }, (tx) =>
      commitPush(tx, { ...request, accountId, now, limit, massRows }, batch, deps.newMark()),
    );
    // What stands is told, whatever becomes of what comes after it.
    if (committed.kind === 'committed' && committed.changed)
      deps.changed(workspaceId, committed.page.version, deviceId);
    return committed;
  };
  const committed = await run(read.batch).catch((failure: unknown) => {
    if (isAway(failure) || read.batch.length === 0) throw failure;
    return oneByOne((batch) => run(batch, true), read.batch, failure, isAway);
  });
  if (committed.kind !== 'committed') return committed;
  const { ack, page, results, failure } = committed;
  return { kind: 'page', page: { ack, now, results: [...results], ...page }, failure };
}

/** To release what is held is to do all of it. */
function isLong(batch: readonly Incoming[]): boolean {
  const ops = batch.flatMap(({ body }) => ('ops' in body ? body.ops : []));
  return ops.length > FEW || ops.some(({ entity }) => entity === 'hold');
}

/**
 * PU6, where the storage refuses what the plan accepted: what stands before the refused mutation is committed; that one
 * and those behind it answer `retry`. Where the storage goes away half way, nobody is answered: what stands is known by
 * its ids when the batch comes again (PU2).
 */
async function oneByOne(
  run: (batch: readonly Incoming[]) => Promise<Committed>,
  batch: readonly Incoming[],
  failure: unknown,
  isAway: (error: unknown) => boolean,
): Promise<Committed> {
  let total = await run([]);
  for (const [index, incoming] of batch.entries()) {
    if (total.kind !== 'committed') return total;
    const next = await run([incoming]).catch((refused: unknown) => {
      if (isAway(refused)) throw refused;
      return null;
    });
    if (next !== null && next.kind !== 'committed') return next;
    if (next === null || next.failure)
      return { ...total, failure, results: [...total.results, ...retries(batch.slice(index))] };
    total = { ...next, results: [...total.results, ...next.results] };
  }
  // Where each goes through alone, what the batch failed of is still to be seen.
  return total.kind === 'committed' ? { ...total, failure } : total;
}

const retries = (batch: readonly Incoming[]): SyncResponse['results'] =>
  batch.map(({ id, seq }) => ({ id, seq, outcome: 'retry', duplicate: false, version: null }));
