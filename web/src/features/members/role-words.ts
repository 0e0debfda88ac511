/** Roles as people read them, and which of them a person may give to whom (AC3). Pure. */
import { can, type Role } from '@holdfast/shared/access/roles';

export const ROLE_WORDS: readonly { readonly role: Role; readonly name: string; readonly means: string }[] = [
  { role: 'owner', name: 'Owner', means: 'Everything, and can delete the workspace' },
  { role: 'admin', name: 'Admin', means: 'People, roles and projects' },
  { role: 'member', name: 'Member', means: 'Adds and changes tasks' },
  { role: 'viewer', name: 'Viewer', means: 'Sees everything, changes nothing' },
];

export const roleName = (role: string): string => ROLE_WORDS.find((one) => one.role === role)?.name ?? role;

const isHigh = (role: string): boolean => role === 'owner' || role === 'admin';

/** Roles that `mine` may give to somebody who has `theirs`; empty: their role has no menu. */
export function rolesToGive(mine: string, theirs: string, isMe: boolean, owners: number): readonly Role[] {
  if (isMe && theirs === 'owner' && owners <= 1) return [];
  if (can(mine, 'manageAdmins')) return ['owner', 'admin', 'member', 'viewer'];
  if (!can(mine, 'invite') || isHigh(theirs)) return [];
  return ['member', 'viewer'];
}

/** Whether `mine` may remove somebody who has `theirs`. Oneself: leaving. */
export function canRemove(mine: string, theirs: string, isMe: boolean, owners: number): boolean {
  if (theirs === 'owner' && owners <= 1) return false;
  if (isMe) return can(mine, 'leave');
  return can(mine, isHigh(theirs) ? 'manageAdmins' : 'invite');
}

/** Roles that an invitation may carry. */
export const rolesToInvite = (mine: string): readonly ('admin' | 'member' | 'viewer')[] =>
  can(mine, 'manageAdmins') ? ['admin', 'member', 'viewer'] : can(mine, 'invite') ? ['member', 'viewer'] : [];
