/** Requests as the open account: with its name on them, and the session renewed where it ran out (AC2, WR3). */
import type { BrowserMarks } from '../platform/browser-marks';
import type { Send } from '../platform/call';
import { now, randomId } from '../platform/entropy';
import type { Http } from '../platform/http';
import { holdLock } from '../platform/locks';
import { refreshSession } from '../platform/refresh-session';
import type { Answer } from '../sync/machine-state';

export interface SenderDeps {
  readonly http: Http;
  readonly marks: BrowserMarks;
  readonly accountId: () => string | null;
  readonly deviceId: () => Promise<string>;
  /** The server ended the session: syncing finds out for itself. */
  readonly signedOut: () => void;
}

export interface Sender {
  readonly sendAs: Send;
  readonly refresh: (since: number, signal: AbortSignal) => Promise<Answer>;
  /** Whoever the cookies name: true where that session goes on. */
  readonly renew: () => Promise<boolean>;
}

export function createSender(deps: SenderDeps): Sender {
  const { http, marks } = deps;

  const refreshAs = (accountId: string | null, since: number, signal: AbortSignal) =>
    refreshSession(
      { http, marks, hold: holdLock, now, newRid: randomId, deviceId: deps.deviceId, accountId },
      since,
      signal,
    );

  async function refresh(since: number, signal: AbortSignal): Promise<Answer> {
    const accountId = deps.accountId();
    if (accountId === null) return { kind: 'signed-out' };
    const result = await refreshAs(accountId, since, signal);
    return result.kind === 'refused' ? { ...result, sent: 0 } : result;
  }

  return {
    refresh,
    renew: async () => (await refreshAs(null, now(), new AbortController().signal)).kind === 'refreshed',
    async sendAs(request) {
      const account = deps.accountId();
      const since = now();
      const first = await http.send({ ...request, account });
      if (first.kind !== 'refused' || first.status !== 401 || account === null) return first;
      const renewed = await refresh(since, request.signal ?? new AbortController().signal);
      if (renewed.kind === 'signed-out') deps.signedOut();
      return renewed.kind === 'refreshed' ? http.send({ ...request, account }) : first;
    },
  };
}
