/**
 * One refresh for the whole browser (AC2, H61): under a Web Lock, with an id that is on disk before the request
 * leaves, so that a lost answer repeated is the same refresh and not a theft.
 */
import type { BrowserMarks } from './browser-marks';
import type { Http } from './http';
import type { Hold } from './locks';

export type RefreshResult =
  | { readonly kind: 'refreshed' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly retryAfterMs: number | null;
    };

export interface RefreshDeps {
  readonly http: Http;
  readonly marks: Pick<BrowserMarks, 'read' | 'write'>;
  readonly hold: Hold;
  readonly now: () => number;
  readonly newRid: () => string;
  readonly deviceId: () => Promise<string>;
  /** Null: nobody here knows whose session it is, only the cookies do. */
  readonly accountId: string | null;
}

const REFRESH_MARK = 'refresh';
export interface RefreshMark {
  /** Of a refresh whose answer has not come yet. */
  readonly rid: string | null;
  /** When the last one came. */
  readonly doneAt: number;
}

/** `since`: when the request left that was refused; a refresh that came after it has settled the matter. */
export async function refreshSession(
  deps: RefreshDeps,
  since: number,
  signal: AbortSignal,
): Promise<RefreshResult> {
  let result: RefreshResult = { kind: 'unreachable' };
  await deps.hold('holdfast/refresh', { signal }, async () => {
    const mark = await deps.marks.read<RefreshMark>(REFRESH_MARK);
    // Not one of a time to come: the clock went back since, and nobody knows which was first.
    if (mark && mark.doneAt >= since && mark.doneAt <= deps.now()) {
      result = { kind: 'refreshed' };
      return;
    }
    const rid = mark?.rid ?? deps.newRid();
    await deps.marks.write({ [REFRESH_MARK]: { rid, doneAt: mark?.doneAt ?? 0 } satisfies RefreshMark });
    const answer = await deps.http.send({
      method: 'POST',
      path: '/auth/refresh',
      body: { rid, deviceId: await deps.deviceId() },
      account: deps.accountId,
      signal,
    });
    if (answer.kind === 'unreachable') return;
    // Only a verdict ends this rid. A server in trouble has not judged it, and may have taken it the time before.
    const isJudged = answer.kind === 'ok' || answer.status === 401;
    const doneAt = answer.kind === 'ok' ? deps.now() : (mark?.doneAt ?? 0);
    if (isJudged) await deps.marks.write({ [REFRESH_MARK]: { rid: null, doneAt } satisfies RefreshMark });
    if (answer.kind === 'ok') result = { kind: 'refreshed' };
    else if (answer.status === 401) result = { kind: 'signed-out' };
    else
      result = {
        kind: 'refused',
        status: answer.status,
        code: answer.code,
        retryAfterMs: answer.retryAfterMs,
      };
  });
  return result;
}
