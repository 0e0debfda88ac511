/**
 * The only ways into the tables (AC4). Each opens a transaction, says on whose behalf it runs, and the setting ends
 * with the transaction: a pooled connection never carries one account's rights to the next (H67).
 */
import type { Ask, Sql, Tx, Value } from './pool';
import { isGone, whileConnected } from './while-connected';

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

/** The most that a shared transaction waits for a lock, before it fails: others wait with whoever waits. */
const SHARED_LOCK_MS = 300;

/**
 * One transaction for several: each asks by its own `Ask`, on behalf of its own account. Before a statement, unless the
 * one before it was asked by the same `Ask`, the database is told who asks now; both are sent in one go, and a connection
 * answers in the order in which it is asked. So whatever order they ask in, no statement runs with another's rights (AC4).
 */
export function asSeveral<T>(
  sql: Sql,
  work: (as: (accountId: string, turn: string) => Ask) => Promise<T>,
): Promise<T> {
  return sql.begin(async (begun) => {
    const tx = begun as unknown as Tx;
    const patience = tx`select set_config('lock_timeout', ${`${SHARED_LOCK_MS}ms`}, true)`.execute();
    let asking = 0;
    let asks = 0;
    let lost: unknown;
    const noticed = (error: unknown): never => {
      if (isGone(error)) lost ??= error;
      throw error;
    };
    const as = (accountId: string, turn: string): Ask => {
      if (accountId === '') throw new Error('a tenant transaction needs an account');
      const me = ++asks;
      const send = async <R>(values: readonly Value[], send: () => Promise<R>): Promise<R> => {
        // The client would count one statement more than it sends: the next answer would be somebody else's.
        if (values.some((value) => value === undefined)) throw new Error('a statement lacks a value');
        if (asking === me) return send().catch(noticed);
        asking = me;
        // What it may touch is kept under a name of its own, and so asked anew for each (030).
        const named = tx`select set_config('holdfast.account', ${accountId}, true),
          set_config('holdfast.turn', ${String(me)}, true), pg_advisory_xact_lock(hashtextextended(${turn}, 0))`.execute();
        const [result] = await Promise.all([send(), named]).catch(noticed);
        return result;
      };
      const ask = (text: TemplateStringsArray, ...values: readonly Value[]) =>
        send(values, () => tx(text, ...(values as Value[] as never[])).execute());
      ask.unsafe = (text: string, values: Value[], options: { readonly prepare: true }) =>
        send(values, () => tx.unsafe(text, values as never[], options).execute());
      return ask as unknown as Ask;
    };
    // Whatever fails first: where the connection went meanwhile, that is what counts.
    const working = work(as).catch((error: unknown) => Promise.reject(lost ?? error));
    const [result] = await whileConnected(Promise.all([working, patience]));
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

/** Goes on as this account in a transaction that began as nobody: whoever just proved who it is. */
export async function becomeAccount(tx: Tx, accountId: string, granted = ''): Promise<void> {
  if (accountId === '') throw new Error('a tenant transaction needs an account');
  // Sent at once: what is asked from here on is asked as this account.
  await tx`select set_config('holdfast.account', ${accountId}, true),
    set_config('holdfast.workspace', ${granted}, true), set_config('holdfast.authenticating', '', true)`.execute();
}
