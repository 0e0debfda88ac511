/** Who is signed in in this browser, and what must not be forgotten about it: kept beside the accounts' databases. */
import type { Account, Me } from '@holdfast/shared/sync/protocol';
import type { BrowserMarks } from '../platform/browser-marks';

export interface WorkspaceSummary {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly personal: boolean;
}

export interface SignedIn {
  readonly account: Pick<Account, 'id' | 'email' | 'name'>;
  readonly workspaces: readonly WorkspaceSummary[];
  readonly activeId: string;
}

export interface SessionMarks {
  readonly session: SignedIn | undefined;
  /** The workspace of the person without an account. */
  readonly localWorkspaceId: string | undefined;
  /** What was written without an account goes there: repeated until it is through (CL12). */
  readonly adopting: { readonly accountId: string; readonly workspaceId: string } | undefined;
  /** The server has not heard of it yet: its first request is the sign-out (CL11). */
  readonly signingOut: { readonly accountId: string } | undefined;
  /** Databases to delete: repeated until they are gone. */
  readonly deleting: readonly string[];
  /** Accounts whose copy lies in this browser: one that is gone without a word was cleared by the browser (H46). */
  readonly copies: readonly string[];
  /** The browser had cleared this account's copy: said until its person has seen it. */
  readonly cleared: string | undefined;
}

const KEYS = [
  'session',
  'localWorkspaceId',
  'adopting',
  'signingOut',
  'deleting',
  'copies',
  'cleared',
] as const;

export async function readMarks(marks: BrowserMarks): Promise<SessionMarks> {
  return asMarks(await marks.readAll(KEYS));
}

function asMarks(values: readonly unknown[]): SessionMarks {
  const [session, localWorkspaceId, adopting, signingOut, deleting, copies, cleared] = values;
  return {
    session,
    localWorkspaceId,
    adopting,
    signingOut,
    deleting: deleting ?? [],
    copies: copies ?? [],
    cleared,
  } as SessionMarks;
}

/** Nothing was ever written here: a first visit, or everything was cleared. */
export const isUntouched = (marks: SessionMarks): boolean =>
  Object.values(marks).every((mark) => mark === undefined || (Array.isArray(mark) && mark.length === 0));

type MarkChanges = { readonly [K in keyof SessionMarks]?: SessionMarks[K] | undefined };

/** Sets what is named; `undefined` removes. One strict transaction. */
export const writeMarks = (marks: BrowserMarks, changes: MarkChanges): Promise<void> => marks.write(changes);

/** The same, where it depends on what stands: another tab may sign out between a look and a write. */
export const changeMarks = (marks: BrowserMarks, decide: (now: SessionMarks) => MarkChanges): Promise<void> =>
  marks.change(KEYS, (values) => decide(asMarks(values)));

/** For `deleting` and `copies`. */
export const withOne = (all: readonly string[], accountId: string): readonly string[] =>
  all.includes(accountId) ? all : [...all, accountId];

export function signedInAs(me: Me, before: SignedIn | undefined): SignedIn {
  const { id, email, name } = me.account;
  const known = before?.account.id === id ? before : undefined;
  const listed = me.workspaces.map((ws) => ({
    id: ws.id,
    name: ws.name,
    role: ws.role,
    personal: ws.personal,
  }));
  // One that is no longer listed stays until the server says why: removed, or unknown (CL8).
  const gone = known?.workspaces.filter((ws) => !listed.some((one) => one.id === ws.id)) ?? [];
  const workspaces = [...listed, ...gone];
  const activeId =
    known && workspaces.some((ws) => ws.id === known.activeId) ? known.activeId : personalOf(listed);
  return { account: { id, email, name }, workspaces, activeId };
}

const personalOf = (workspaces: readonly WorkspaceSummary[]): string =>
  (workspaces.find((ws) => ws.personal) ?? workspaces[0])?.id ?? '';
