import type { Tx } from './pool';

/** Condition: the session of the transaction's account is neither ended nor over (AC1). */
export const livingSession = (
  tx: Tx,
  session: { readonly accountId: string; readonly sessionId: string },
  now: number,
) => tx`exists (
  select from session
  where id = ${session.sessionId} and account_id = ${session.accountId} and ended_at is null
    and expires_at > ${now}::bigint)`;
