/** Roles as people read them, and which of them a person may give to whom (AC3). Pure. */
import { can, type Role } from '@holdfast/shared/access/roles';
import { membersWords } from './words';

/** Who may do most comes first. */
export const ROLES: readonly Role[] = ['owner', 'admin', 'member', 'viewer'];

/** A role of a newer version is called by its own name. */
export const roleName = (role: string): string => (isKnown(role) ? membersWords.get()[role] : role);

export const roleMeans = (role: Role): string => membersWords.get()[`${role}May`];

const isKnown = (role: string): role is Role => ROLES.some((one) => one === role);

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
