/**
 * The steps of signing in and out that a crash may leave undone. The marks say which; each is repeated at the next
 * start until it is through, and harmless when it is repeated.
 */
import * as commands from '../features/account/commands';
import type { BrowserMarks } from '../platform/browser-marks';
import type { Send } from '../platform/call';
import { changeMarks, readMarks, writeMarks } from './session-marks';

export interface SessionStepDeps {
  readonly marks: BrowserMarks;
  /** Without an account header: for what happens before or after a session. */
  readonly send: Send;
  readonly newWorkspaceId: () => string;
  /** Moves everything written without an account into the account's database (CL12). Harmless when repeated. */
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

/** At start, before anything opens: what a crash left half moved (CL12). */
export async function finishAdopting(deps: Pick<SessionStepDeps, 'marks' | 'adopt'>): Promise<void> {
  const { adopting } = await readMarks(deps.marks);
  if (!adopting) return;
  await deps.adopt(adopting);
  await writeMarks(deps.marks, { adopting: undefined, localWorkspaceId: undefined });
}

/** At start, beside everything else: what a sign-out could not delete yet (CL11). */
export async function finishDeleting(deps: Pick<SessionStepDeps, 'marks' | 'deleteDatabase'>): Promise<void> {
  const { deleting } = await readMarks(deps.marks);
  for (const accountId of deleting) {
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
