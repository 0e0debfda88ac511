import type { Tx } from './pool';

export type Membership =
  | { readonly kind: 'member'; readonly role: string }
  /** Was one: told so, so that its devices let go of the workspace (CL8). */
  | { readonly kind: 'removed' }
  /** To it the workspace does not exist. */
  | { readonly kind: 'stranger' };

/** What the account is in the workspace. Call as the account. */
export async function membershipOf(tx: Tx, workspaceId: string, accountId: string): Promise<Membership> {
  const [row] = await tx<{ role: string; removed_at: number | null }[]>`
    select role, removed_at from member where workspace_id = ${workspaceId} and account_id = ${accountId}`;
  if (!row) return { kind: 'stranger' };
  return row.removed_at === null ? { kind: 'member', role: row.role } : { kind: 'removed' };
}
