import type { Sql } from '../db/pool';
import { asAccount } from '../db/tenant';

export interface Standing {
  readonly sessionEnded: boolean;
  /** The account's workspaces and their heads. */
  readonly heads: ReadonlyMap<string, number>;
}

/** What a stream may hear, read again at every heartbeat (ST2). */
export function standingOf(
  sql: Sql,
  session: { readonly accountId: string; readonly sessionId: string },
): Promise<Standing> {
  return asAccount(sql, session.accountId, async (tx) => {
    const [alive, heads] = await Promise.all([
      tx`select 1 from session where id = ${session.sessionId} and ended_at is null`,
      tx<{ id: string; head: number }[]>`
        select h.workspace_id as id, h.head from member m join workspace_head h on h.workspace_id = m.workspace_id
        where m.account_id = ${session.accountId} and m.removed_at is null`,
    ]);
    return { sessionEnded: alive.length === 0, heads: new Map(heads.map((row) => [row.id, row.head])) };
  });
}
