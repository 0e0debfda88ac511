import type { Tx } from './pool';

/** The account's name, and that it stays until commit; null where it is gone by now. Call as the account. */
export async function holdAccount(tx: Tx, accountId: string): Promise<{ readonly name: string } | null> {
  const [found] = await tx<
    { name: string }[]
  >`select name from account where id = ${accountId} for key share`;
  return found ?? null;
}
