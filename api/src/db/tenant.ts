/**
 * The only ways into the tables (AC4). Each opens a transaction, says on whose behalf it runs, and the setting ends
 * with the transaction: a pooled connection never carries one account's rights to the next (H67).
 */
import type { Sql, Tx } from './pool';
import { whileConnected } from './while-connected';

export interface TenantOptions {
  /** Reads of several statements see one state of the database. */
  readonly snapshot?: boolean;
  /** A workspace that the account may write although it is no member yet: founding it, accepting an invitation. */
  readonly granted?: string;
  /** A workspace whose writers take turns: whatever is asked is read behind the others' commits. */
  readonly turn?: string;
}

/** Runs `work` as the account. Fails closed: an empty account is a bug, not a stranger with rights. */
export function asAccount<T>(
  sql: Sql,
  accountId: string,
  work: (tx: Tx) => Promise<T>,
  options: TenantOptions = {},
): Promise<T> {
  if (accountId === '') throw new Error('a tenant transaction needs an account');
  const mode = options.snapshot ? 'isolation level repeatable read read only' : '';
  return sql.begin(mode, async (tx) => {
    // Sent at once and not awaited: travels with the first statement of `work` and costs no round trip of its own.
    const turn =
      options.turn === undefined ? tx`` : tx`, pg_advisory_xact_lock(hashtextextended(${options.turn}, 0))`;
    const set = tx`select set_config('holdfast.account', ${accountId}, true),
      set_config('holdfast.workspace', ${options.granted ?? ''}, true) ${turn}`.execute();
    const [result] = await whileConnected(Promise.all([work(tx as unknown as Tx), set]));
    return result;
  }) as Promise<T>;
}

/** Runs `work` before an account is known: sign-up, sign-in, refresh, invitation links. */
export function asNobody<T>(sql: Sql, work: (tx: Tx) => Promise<T>): Promise<T> {
  return sql.begin(async (tx) => {
    const set = tx`select set_config('holdfast.authenticating', 'on', true)`.execute();
    const [result] = await whileConnected(Promise.all([work(tx as unknown as Tx), set]));
    return result;
  }) as Promise<T>;
}

/**
 * Goes on as this account in a transaction that began as nobody, or as somebody else. What it may touch is asked anew,
 * if the account is the same one again, too: it may have been removed, or have come back, since.
 */
export async function becomeAccount(tx: Tx, accountId: string, granted = ''): Promise<void> {
  if (accountId === '') throw new Error('a tenant transaction needs an account');
  // Sent at once: what is asked from here on is asked as this account.
  await tx`select set_config('holdfast.account', ${accountId}, true),
    set_config('holdfast.workspace', ${granted}, true), set_config('holdfast.authenticating', '', true),
    set_config('holdfast.acting', '', true)`.execute();
}
