/** Messages about people and what ends: invitations, roles, passwords. Apart from the protocol, which every start loads. */
import * as z from 'zod/mini';
import { uuid } from '../entities/fields';

export const inviteSchema = z.strictObject({
  role: z.enum(['admin', 'member', 'viewer']),
  maxUses: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
  /** Epoch milliseconds; in 7 days where absent. */
  expiresAt: z.optional(z.int()),
});
export const inviteCreatedSchema = z.looseObject({
  id: uuid,
  token: z.string(),
  url: z.string(),
  expiresAt: z.number(),
});
/** Links that still work. The token is told once, to whoever made it. */
export const invitesSchema = z.looseObject({
  invites: z.array(
    z.looseObject({
      id: uuid,
      role: z.string(),
      maxUses: z.number(),
      uses: z.number(),
      createdAt: z.number(),
      expiresAt: z.number(),
      inviterName: z.string(),
    }),
  ),
});
export const inviteTokenSchema = z.strictObject({ token: z.string().check(z.maxLength(200)) });
export const invitePreviewSchema = z.looseObject({
  workspaceName: z.string(),
  inviterName: z.string(),
  role: z.string(),
});
export const inviteAcceptedSchema = z.looseObject({ workspaceId: uuid, role: z.string() });
export const memberRoleSchema = z.strictObject({ role: z.enum(['owner', 'admin', 'member', 'viewer']) });
/** `name`: typed once more by whoever deletes it. */
export const deleteWorkspaceSchema = z.strictObject({ name: z.string().check(z.maxLength(1000)) });
export const changePasswordSchema = z.strictObject({
  current: z.string().check(z.maxLength(1000)),
  /** Its rule has an answer of its own, `weak_password`. */
  next: z.string().check(z.maxLength(1000)),
});
export const deleteAccountSchema = z.strictObject({ password: z.string().check(z.maxLength(1000)) });
