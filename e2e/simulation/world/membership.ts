/** Who may do what, as the database has it: workspace → account → role; null: was removed. */
export type Roles = ReadonlyMap<string, ReadonlyMap<string, string | null>>;

export interface Membership {
  found(workspaceId: string, members: { readonly [accountId: string]: string }): void;
  roleOf(workspaceId: string, accountId: string): string | null;
  set(workspaceId: string, accountId: string, role: string | null): void;
  mayWrite(workspaceId: string, accountId: string): boolean;
  backup(): Roles;
  restore(roles: Roles): void;
}

export function createMembership(): Membership {
  let all = new Map<string, Map<string, string | null>>();
  const copyOf = (roles: Roles) => new Map([...roles].map(([id, members]) => [id, new Map(members)]));
  const roleOf = (workspaceId: string, accountId: string): string | null =>
    all.get(workspaceId)?.get(accountId) ?? null;
  return {
    found: (workspaceId, members) => void all.set(workspaceId, new Map(Object.entries(members))),
    roleOf,
    set: (workspaceId, accountId, role) => void all.get(workspaceId)?.set(accountId, role),
    mayWrite(workspaceId, accountId) {
      const role = roleOf(workspaceId, accountId);
      return role !== null && role !== 'viewer';
    },
    backup: () => copyOf(all),
    restore(roles) {
      all = copyOf(roles);
    },
  };
}
