/**
 * One push: the first entries of a workspace's outbox, frozen, sent, and what came back taken over.
 *
 *  1 read the outbox, each time anew (H09, H48), choose how many go (at most `limit`, at most BATCH_BYTES) and freeze
 *    them, in one durable transaction: from here on they never change (CL2). The write that set this push going may
 *    have said what stands there: frozen as well, and nothing before it
 *  2 send; whatever the status says, the entries stay (CL4)
 *  3 hand the results and changes to the store in one transaction (PU7)
 */
import type { Mutation } from '@holdfast/shared/sync/op';
import { PROTOCOL, type PushRequest, syncResponseSchema } from '@holdfast/shared/sync/protocol';
import type { Leaving } from '../db/leaving';
import type { OutboxEntry } from '../db/local-store';
import type { SyncDeps } from './engine-deps';
import type { Answer } from './machine-state';
import { receiveAnswer, refusalOf } from './pull';

/** Well below the server's 1 MiB (WR4); a single mutation may be larger. */
const BATCH_BYTES = 512 * 1024;
/** PU6: after so many tries over so long, it goes alone with `skip`. */
export const GIVE_UP = { tries: 5, afterMs: 10 * 60_000 } as const;

/** Which of the first entries go in one push: one that is given up goes alone, and so does the one too large. */
export function chooseBatch(
  entries: readonly OutboxEntry[],
  limit: number,
  hollow: string | null,
  now: number,
): readonly OutboxEntry[] {
  const [first] = entries;
  if (first === undefined) return [];
  if (first.mutation.id === hollow || isGivenUp(first, now)) return [first];
  let bytes = 0;
  const chosen: OutboxEntry[] = [];
  for (const entry of entries.slice(0, limit)) {
    bytes += JSON.stringify(entry.mutation).length;
    if (chosen.length > 0 && (bytes > BATCH_BYTES || isGivenUp(entry, now))) break;
    chosen.push(entry);
  }
  return chosen;
}

/** The batch as it goes. `hollow`: the mutation that is too large goes without its ops (PU6). */
export function mutationsOf(
  batch: readonly OutboxEntry[],
  hollow: string | null,
  now: number,
): readonly Mutation[] {
  const [alone] = batch;
  if (alone?.mutation.id === hollow) return [{ ...alone.mutation, ops: [], skip: true }];
  if (alone && isGivenUp(alone, now)) return [{ ...alone.mutation, skip: true }];
  return batch.map((entry) => entry.mutation);
}

const isGivenUp = (entry: OutboxEntry, now: number): boolean =>
  entry.tries >= GIVE_UP.tries && entry.firstTryAt !== null && now - entry.firstTryAt >= GIVE_UP.afterMs;

export interface PushOptions {
  readonly limit: number;
  readonly hollow: string | null;
  readonly signal: AbortSignal;
  readonly leaving?: Leaving | undefined;
}

export async function push(deps: SyncDeps, workspaceId: string, options: PushOptions): Promise<Answer> {
  // 1
  const now = deps.now();
  const { limit, hollow } = options;
  const { device, position, entries } =
    options.leaving ??
    (await deps.core.freezeHead(workspaceId, limit, (head) => chooseBatch(head, limit, hollow, now)));
  if (entries.length === 0) return { kind: 'nothing' };
  // 2
  const mutations = mutationsOf(entries, hollow, now);
  const body: PushRequest = {
    protocol: PROTOCOL,
    workspaceId,
    deviceId: device.id,
    deviceName: deps.deviceName,
    cursor: position.cursor,
    sentAt: deps.now(),
    mutations,
  };
  const answer = await deps.http.send({
    method: 'POST',
    path: '/sync/push',
    body,
    account: deps.accountId,
    signal: options.signal,
  });
  if (options.signal.aborted || answer.kind === 'unreachable') return { kind: 'unreachable' };
  if (answer.kind === 'refused') return refusalOf(answer, mutations);
  const parsed = syncResponseSchema.safeParse(answer.body);
  if (!parsed.success) return { kind: 'unreachable' };
  // 3
  const sentFrom = { ...position, deviceId: device.id };
  return receiveAnswer(deps, workspaceId, sentFrom, parsed.data, answer.build);
}
