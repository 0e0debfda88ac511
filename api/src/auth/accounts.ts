/** Accounts: making one with its personal workspace, finding one by address, and what it may enter. */
import { newId } from '@holdfast/shared/sync/ids';
import type { Account, Me } from '@holdfast/shared/sync/protocol';
import { foundWorkspace } from '../db/found-workspace';
import type { Tx } from '../db/pool';
import { becomeAccount } from '../db/tenant';
import type { Deps } from '../deps';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

/** Null where the address is taken. Call in a transaction that began as nobody. */
export async function createAccount(tx: Tx, deps: Deps, wanted: NewAccount): Promise<Account | null> {
  const id = newId(deps);
  const made = await tx`insert into account (id, email, name, password_hash, created_at)
    values (${id}, ${wanted.email}, ${wanted.name}, ${wanted.passwordHash}, ${deps.now()})
    on conflict (email) do nothing returning 1`;
  return made.length === 0 ? null : { id, email: wanted.email, name: wanted.name };
}

/**
 * The personal workspace of a new account. What was written before signing up hangs on the id that the device chose
 * (CL12); where that one is taken, another. The transaction goes on as the account.
 */
export async function foundPersonalWorkspace(
  tx: Tx,
  deps: Deps,
  account: Account,
  wantedId: string | null,
): Promise<void> {
  const found = async (workspaceId: string): Promise<boolean> => {
    await becomeAccount(tx, account.id, workspaceId);
    const head = await foundWorkspace(tx, {
      workspaceId,
      name: 'Personal',
      owner: { accountId: account.id, name: account.name },
      personal: true,
      now: deps.now(),
      mark: Buffer.from(deps.randomBytes(8)).toString('hex'),
    });
    return head !== null;
  };
  if (wantedId === null || !(await found(wantedId))) await found(newId(deps));
}

export async function accountByEmail(
  tx: Tx,
  email: string,
): Promise<{ account: Account; passwordHash: string } | null> {
  const [found] = await tx<{ id: string; email: string; name: string; password_hash: string }[]>`
    select id, email, name, password_hash from account where email = ${email}`;
  return found
    ? { account: { id: found.id, email: found.email, name: found.name }, passwordHash: found.password_hash }
    : null;
}

/** Call as the account. */
export async function passwordHashOf(tx: Tx, accountId: string): Promise<string | null> {
  const [found] = await tx<{ password_hash: string }[]>`
    select password_hash from account where id = ${accountId}`;
  return found?.password_hash ?? null;
}

/** The account and its workspaces, the personal one first. Call as the account. */
export async function readMe(tx: Tx, accountId: string): Promise<Me> {
  const [[account], workspaces] = await Promise.all([
    tx<Account[]>`select id, email, name from account where id = ${accountId}`,
    tx<Me['workspaces']>`
      select w.id, w.name, m.role, h.personal_of is not distinct from m.account_id as personal
      from member m
      join workspace w on w.workspace_id = m.workspace_id
      join workspace_head h on h.workspace_id = m.workspace_id
      where m.account_id = ${accountId} and m.removed_at is null
      order by h.personal_of is null, w.created_at, w.id`,
  ]);
  if (!account) throw new Error('an account that just signed in is gone');
  return { account: { ...account }, workspaces: workspaces.map((row) => ({ ...row })) };
}
