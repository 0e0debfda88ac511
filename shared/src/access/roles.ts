/** Roles and what each may do (spec AC3). Unknown roles and unknown capabilities mean no. */
export const ROLES = ['owner', 'admin', 'member', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

const CAPABILITIES = {
  read: ['owner', 'admin', 'member', 'viewer'],
  /** Create, edit, delete and restore tasks, projects, labels, comments … */
  write: ['owner', 'admin', 'member'],
  deleteOthersComments: ['owner', 'admin'],
  releaseHeld: ['owner', 'admin'],
  /** Invite; change to member or viewer; remove members and viewers. */
  invite: ['owner', 'admin'],
  rename: ['owner', 'admin'],
  /** Make or remove owners and admins. */
  manageAdmins: ['owner'],
  deleteWorkspace: ['owner'],
  leave: ['owner', 'admin', 'member', 'viewer'],
} as const satisfies Record<string, readonly Role[]>;

export type Capability = keyof typeof CAPABILITIES;

export function can(role: string, capability: string): boolean {
  return (
    Object.hasOwn(CAPABILITIES, capability) &&
    (CAPABILITIES[capability as Capability] as readonly string[]).includes(role)
  );
}
