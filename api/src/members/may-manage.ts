import { can } from '@holdfast/shared/access/roles';

/** Roles that whoever may invite may also give and take; the others are the owners' business. */
const ORDINARY = ['member', 'viewer'];

/** Whether `actor` may change or remove somebody of role `target`, to role `next` where it is a change (AC3). */
export const mayManage = (actor: string, target: string, next: string | null): boolean =>
  can(
    actor,
    ORDINARY.includes(target) && (next === null || ORDINARY.includes(next)) ? 'invite' : 'manageAdmins',
  );

/** Whether `actor` may invite somebody as `role`. */
export const mayInvite = (actor: string, role: string): boolean =>
  can(actor, 'invite') && mayManage(actor, 'member', role);
