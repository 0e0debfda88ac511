/**
 * Signing in again, by the product's own steps, in a tab that does not sync: the one that does hears of it by these
 * steps or not at all (H62). What the server says to the three requests is said here.
 */
import { createSession } from '../../../web/src/app/session';
import type { BrowserMarks } from '../../../web/src/platform/browser-marks';
import type { Send } from '../../../web/src/platform/call';

export interface SigningIn {
  readonly accountId: string;
  readonly workspaceIds: readonly string[];
  readonly marks: BrowserMarks;
  /** The server's word: from here on the browser has a session's cookies. */
  readonly setCookies: () => void;
  /** To whichever tab syncs. */
  readonly signedIn: () => void;
}

export async function signInAgain(signingIn: SigningIn): Promise<void> {
  const account = { id: signingIn.accountId, email: 'somebody@example.org', name: 'Somebody' };
  const workspaces = signingIn.workspaceIds.map((id) => ({ id, name: id, role: 'member', personal: false }));
  const send: Send = async ({ path }) => {
    if (path === '/auth/sign-in') signingIn.setCookies();
    return { kind: 'ok', status: 200, body: { account, workspaces }, build: null };
  };
  // This tab has nothing open that syncs, and nothing was written here without an account.
  const nothing = async () => undefined;
  const session = createSession({
    marks: signingIn.marks,
    send,
    sendAs: send,
    renew: async () => false,
    newWorkspaceId: () => signingIn.accountId,
    adopt: nothing,
    waiting: async () => 0,
    close: nothing,
    deleteDatabase: nothing,
    reopen: nothing,
    signedIn: signingIn.signedIn,
    tellTabs: () => undefined,
    deleteLater: () => undefined,
  });
  await session.signIn({ email: account.email, password: 'correct horse battery' });
}
