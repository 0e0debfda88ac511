/** What whoever has an invitation link may ask. */
import { inviteAcceptedSchema, invitePreviewSchema } from '@holdfast/shared/sync/people';
import type * as z from 'zod/mini';
import { type CallResult, call, type Send } from '../../platform/call';

export type InvitePreview = z.infer<typeof invitePreviewSchema>;
export type InviteAccepted = z.infer<typeof inviteAcceptedSchema>;

/** Who invites whereto, before signing in. The token comes from the link's fragment, which no server log sees. */
export const previewInvite = (send: Send, token: string): Promise<CallResult<InvitePreview>> =>
  call(send, { method: 'POST', path: '/api/invites/preview', body: { token } }, invitePreviewSchema);

export const acceptInvite = (send: Send, token: string): Promise<CallResult<InviteAccepted>> =>
  call(send, { method: 'POST', path: '/api/invites/accept', body: { token } }, inviteAcceptedSchema);
