/**
 * The steps of signing in and out that a crash may leave undone. The marks say which; each is repeated at the next
 * start until it is through, and harmless when it is repeated.
 */
import { NOBODY } from '../db/db';
import * as commands from '../features/account/commands';
import type { BrowserMarks } from '../platform/browser-marks';
import type { Send } from '../platform/call';
import { changeMarks, readMarks, withOne, writeMarks } from './session-marks';

export interface SessionStepDeps {
  readonly marks: BrowserMarks;
  /** Without an account header: for what happens before or after a session. */
  readonly send: Send;
  readonly newWorkspaceId: () => string;
  /** Copies everything written without an account into the account's database (CL12). Harmless when repeated. */
  readonly adopt: (to: { readonly accountId: string; readonly workspaceId: string }) => Promise<void>;
  readonly deleteDatabase: (accountId: string) => Promise<void>;
}

/** The workspace that stands in for the personal one until there is an account. */
export async function localWorkspace(
  deps: Pick<SessionStepDeps, 'marks' | 'newWorkspaceId'>,
): Promise<string> {
  const { localWorkspaceId } = await readMarks(deps.marks);
  if (localWorkspaceId) return localWorkspaceId;
  // Two tabs may get here at once: one of them makes it.
  let workspaceId = deps.newWorkspaceId();
  await changeMarks(deps.marks, (now) => {
    workspaceId = now.localWorkspaceId ?? workspaceId;
    return { localWorkspaceId: workspaceId };
  });
  return workspaceId;
}

/**
 * At start, before anything opens: what a crash left half moved (CL12). What it was moved from is deleted later: a page
 * that stands still may hold it for long.
 */
export async function finishAdopting(deps: Pick<SessionStepDeps, 'marks' | 'adopt'>): Promise<void> {
  const { adopting } = await readMarks(deps.marks);
  if (!adopting) return;
  await deps.adopt(adopting);
  await changeMarks(deps.marks, ({ deleting }) => ({
    adopting: undefined,
    localWorkspaceId: undefined,
    deleting: withOne(deleting, NOBODY),
  }));
}

/**
 * At start, beside everything else: what a sign-out could not delete yet (CL11).
 *
 * @param only this one, where it is to be opened anew: the others are waited for by nobody
 */
export async function finishDeleting(
  deps: Pick<SessionStepDeps, 'marks' | 'deleteDatabase'>,
  only?: string,
): Promise<void> {
  const listed = async () => (await readMarks(deps.marks)).deleting;
  for (const accountId of only === undefined ? await listed() : [only]) {
    // While the one before was waited for, this one may have been deleted and opened anew.
    if (!(await listed()).includes(accountId)) continue;
    await deps.deleteDatabase(accountId);
    const others = (all: readonly string[]) => all.filter((one) => one !== accountId);
    await changeMarks(deps.marks, ({ deleting, copies }) => ({
      deleting: others(deleting),
      copies: others(copies),
    }));
  }
}

/** `false`: the server could not be told yet, and nobody may sign in over it. */
export async function deliverSignOut(deps: Pick<SessionStepDeps, 'marks' | 'send'>): Promise<boolean> {
  const { signingOut } = await readMarks(deps.marks);
  if (!signingOut) return true;
  const answer = await commands.signOut(deps.send);
  // A refusal means that there is no session any more; trouble of the server's means that it has not heard.
  const heard =
    answer.kind === 'ok' || (answer.kind === 'refused' && answer.status < 500 && answer.status !== 429);
  if (heard) await writeMarks(deps.marks, { signingOut: undefined });
  return heard;
}
