/** Roles, removals and invitation links: they need a connection, and the server alone decides (AC3). */
import {
  inviteCreatedSchema,
  type inviteSchema,
  type memberRoleSchema,
} from '@holdfast/shared/sync/protocol';
import type * as z from 'zod/mini';
import { type CallResult, call, type Send } from '../../platform/call';

export type Invite = z.infer<typeof inviteSchema>;
export type InviteCreated = z.infer<typeof inviteCreatedSchema>;

export const createInvite = (
  send: Send,
  workspaceId: string,
  invite: Invite,
): Promise<CallResult<InviteCreated>> =>
  call(
    send,
    { method: 'POST', path: `/api/workspaces/${workspaceId}/invites`, body: invite },
    inviteCreatedSchema,
  );

export const changeRole = (
  send: Send,
  workspaceId: string,
  accountId: string,
  role: z.infer<typeof memberRoleSchema>['role'],
): Promise<CallResult<unknown>> =>
  call(
    send,
    { method: 'PATCH', path: `/api/workspaces/${workspaceId}/members/${accountId}`, body: { role } },
    null,
  );

/** Of oneself: leaving. */
export const removeMember = (
  send: Send,
  workspaceId: string,
  accountId: string,
): Promise<CallResult<unknown>> =>
  call(send, { method: 'DELETE', path: `/api/workspaces/${workspaceId}/members/${accountId}` }, null);
