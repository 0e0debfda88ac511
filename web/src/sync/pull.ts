/** One page of a pull (PL1–PL6), and taking over what the server said: results, rows and cursor in one transaction. */
import type { Mutation } from '@holdfast/shared/sync/op';
import { PULL_LIMIT, type SyncResponse, syncResponseSchema } from '@holdfast/shared/sync/protocol';
import type { HttpAnswer } from '../platform/http';
import type { SentFrom, SyncDeps } from './engine-deps';
import type { Answer } from './machine-state';
import { type Asked, type PullAhead, takeAhead } from './pull-ahead';

/** A first load comes in large pages; a tap meanwhile waits for the storing of one at most. */
const FIRST_LOAD_PAGE = 2_500;

export interface PullOptions {
  /** What the stream has told of the workspace so far. */
  readonly heard: number;
  readonly signal: AbortSignal;
  readonly ahead: PullAhead;
}

export async function pull(deps: SyncDeps, workspaceId: string, options: PullOptions): Promise<Answer> {
  const { heard, signal, ahead } = options;
  const { device, position, ack } = await deps.core.position(workspaceId);
  const here: SentFrom = { ...position, deviceId: device.id, pulled: true };
  const asking = { workspaceId, ack, heard, signal };
  const early = takeAhead(ahead, workspaceId, here, deps.now());
  const asked = early ?? ask(deps, here, asking);
  const answer = await asked.answer;
  if (signal.aborted || answer.kind === 'unreachable') return { kind: 'unreachable' };
  if (answer.kind === 'refused') return refusalOf(answer, []);
  const parsed = syncResponseSchema.safeParse(answer.body);
  if (!parsed.success) return { kind: 'unreachable' };
  const page: SyncResponse = parsed.data;
  // A restored server whose history this cursor never left, but that misses what it had acknowledged (PU3, PL4).
  if (page.ack < asked.ack) return { kind: 'misses-numbers' };
  if (page.more && !page.reset && page.cursor !== here.cursor)
    ahead.set(workspaceId, ask(deps, { ...here, cursor: page.cursor }, asking));
  const taken = await receiveAnswer(deps, workspaceId, here, page, answer.build);
  return early && taken.kind === 'done' ? { ...taken, heard: early.heard } : taken;
}

type Asking = Pick<Asked, 'ack' | 'heard'> & { readonly workspaceId: string; readonly signal: AbortSignal };

function ask(deps: SyncDeps, sentFrom: SentFrom, { workspaceId, ack, heard, signal }: Asking): Asked {
  const { cursor, walk, completeAt, deviceId } = sentFrom;
  const limit = completeAt === null || walk ? FIRST_LOAD_PAGE : PULL_LIMIT.default;
  const query = new URLSearchParams({ workspaceId, deviceId, ack: String(ack), limit: String(limit) });
  if (cursor !== null) query.set('cursor', cursor);
  const answer = deps.http.send({
    method: 'GET',
    path: `/sync/pull?${query}`,
    account: deps.accountId,
    signal,
  });
  return { sentFrom, ack, heard, at: deps.now(), answer };
}

/** Applies an answer of a push or pull that left with `sentFrom`. */
export async function receiveAnswer(
  deps: SyncDeps,
  workspaceId: string,
  sentFrom: SentFrom,
  answer: SyncResponse,
  build: string | null,
): Promise<Answer> {
  if (build !== null) deps.heardBuild(build);
  const taken = await deps.core.receive(workspaceId, sentFrom, answer);
  deps.took(workspaceId, answer, taken);
  return {
    kind: 'done',
    settled: taken.settled > 0,
    moved: taken.moved,
    waiting: taken.waiting,
    more: answer.more,
    version: answer.version,
    reset: answer.reset,
    refusedRows: taken.refusedRows,
    older: !taken.complete && !answer.more && !taken.refusedRows,
  };
}

export const refusalOf = (
  answer: Extract<HttpAnswer, { kind: 'refused' }>,
  sent: readonly Mutation[],
): Answer => ({
  kind: 'refused',
  status: answer.status,
  code: answer.code,
  retryAfterMs: answer.retryAfterMs,
  sent: sent.length,
  ...(sent.length === 1 && sent[0] ? { alone: sent[0].id } : {}),
});
