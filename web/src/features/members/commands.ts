/** Roles, removals and invitation links: they need a connection, and the server alone decides (AC3). */
import {
  inviteCreatedSchema,
  type inviteSchema,
  invitesSchema,
  type memberRoleSchema,
} from '@holdfast/shared/sync/people';
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

export type OpenInvite = z.infer<typeof invitesSchema>['invites'][number];

/** Those that still work; their tokens are told once, when they are made. */
export const fetchInvites = (
  send: Send,
  workspaceId: string,
): Promise<CallResult<z.infer<typeof invitesSchema>>> =>
  call(send, { method: 'GET', path: `/api/workspaces/${workspaceId}/invites` }, invitesSchema);

export const turnOffInvite = (
  send: Send,
  workspaceId: string,
  inviteId: string,
): Promise<CallResult<unknown>> =>
  call(send, { method: 'DELETE', path: `/api/workspaces/${workspaceId}/invites/${inviteId}` }, null);

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
