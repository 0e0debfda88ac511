/**
 * Who uses this browser, as screens need it. The composition root provides it; screens never touch cookies, marks or
 * the engine. Switching workspaces is local and at once; everything that answers with a CallResult needs the network.
 */
import { createContext, useContext } from 'react';
import type { CallResult, Send } from '../../platform/call';

export interface SessionAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export interface SessionWorkspace {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly personal: boolean;
}

/**
 * `none` nobody signed in · `in` signed in, as far as this device knows · `out` the server ended the session: all of
 * it is still here, editable, and goes out after signing in again.
 */
export type Standing = 'none' | 'in' | 'out';

/** What becomes of changes that were not sent yet (CL11). `keep`: this account's database stays for its return. */
export type Leaving = 'keep' | 'discard';

export interface Session {
  readonly standing: Standing;
  readonly account: SessionAccount | null;
  readonly workspaces: readonly SessionWorkspace[];
  /** The workspace on screen. */
  readonly workspaceId: string;
  /** This device's name in a list of devices: "Chrome on Linux". */
  readonly deviceName: string;
  /** For commands that exist only online. */
  readonly send: Send;

  /** On `ok` the account is open and what was written here goes out (CL12). */
  signUp(input: {
    readonly email: string;
    readonly password: string;
    readonly name: string;
  }): Promise<CallResult<unknown>>;
  /** Also signing in again, after `out`. */
  signIn(input: { readonly email: string; readonly password: string }): Promise<CallResult<unknown>>;
  /** Works offline: the browser counts as signed out at once. */
  signOut(leaving: Leaving): Promise<void>;
  /** Deletes what this browser holds of whoever is open here; an account's rows come again from the server. */
  clearDevice(): Promise<void>;
  openWorkspace(id: string): Promise<void>;
  /** Makes it on the server, adds it to the list and opens it. */
  createWorkspace(name: string): Promise<CallResult<unknown>>;
  /** Asks the server who we are: after joining or leaving a workspace. */
  refresh(): Promise<CallResult<unknown>>;
}

const Context = createContext<Session | null>(null);
export const SessionProvider = Context.Provider;

export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}
