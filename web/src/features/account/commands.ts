/** Everything about an account that needs the network. What follows on this device is the session's business. */
import type { changePasswordSchema } from '@holdfast/shared/sync/people';
import {
  type Account,
  accountSchema,
  type createWorkspaceSchema,
  type Me,
  meSchema,
  rememberedSchema,
} from '@holdfast/shared/sync/protocol';
import * as z from 'zod/mini';
import { type CallResult, call, type Send } from '../../platform/call';

const accountAnswer = z.looseObject({ account: accountSchema });

export interface SignUp {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  /** The local workspace becomes the account's personal one (CL12). */
  readonly workspaceId: string;
}

export async function signUp(send: Send, input: SignUp): Promise<CallResult<Account>> {
  return account(
    await call(send, { method: 'POST', path: '/auth/sign-up', body: { ...input } }, accountAnswer),
  );
}

export async function signIn(
  send: Send,
  input: { readonly email: string; readonly password: string },
): Promise<CallResult<Account>> {
  return account(
    await call(send, { method: 'POST', path: '/auth/sign-in', body: { ...input } }, accountAnswer),
  );
}

const account = (result: CallResult<{ account: Account }>): CallResult<Account> =>
  result.kind === 'ok' ? { kind: 'ok', value: result.value.account } : result;

/** The refresh token travels as a cookie; `rid` makes a repeated refresh the same one (AC2). */
export const refresh = (
  send: Send,
  input: { readonly rid: string; readonly deviceId: string },
  signal: AbortSignal,
): Promise<CallResult<unknown>> =>
  call(send, { method: 'POST', path: '/auth/refresh', body: input, signal }, null);

export const signOut = (send: Send): Promise<CallResult<unknown>> =>
  call(send, { method: 'POST', path: '/auth/sign-out', body: {} }, null);

/** Whether this browser carries a session's cookie. */
export const fetchRemembered = (send: Send): Promise<CallResult<{ remembered: boolean }>> =>
  call(send, { method: 'GET', path: '/auth/remembered' }, rememberedSchema);

export const fetchMe = (send: Send): Promise<CallResult<Me>> =>
  call(send, { method: 'GET', path: '/auth/me' }, meSchema);

/** Ends every other session of the account. */
export const changePassword = (
  send: Send,
  input: z.infer<typeof changePasswordSchema>,
): Promise<CallResult<unknown>> =>
  call(send, { method: 'POST', path: '/auth/change-password', body: input }, null);

export const deleteAccount = (send: Send, password: string): Promise<CallResult<unknown>> =>
  call(send, { method: 'POST', path: '/auth/delete-account', body: { password } }, null);

/** `name`: typed by the person, and compared once more. */
export const deleteWorkspace = (
  send: Send,
  workspaceId: string,
  name: string,
): Promise<CallResult<unknown>> =>
  call(send, { method: 'DELETE', path: `/api/workspaces/${workspaceId}`, body: { name } }, null);

/** The id is made on the device. */
export const createWorkspace = (
  send: Send,
  input: z.infer<typeof createWorkspaceSchema>,
): Promise<CallResult<unknown>> => call(send, { method: 'POST', path: '/api/workspaces', body: input }, null);
