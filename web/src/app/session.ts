/**
 * Signing up, in and out on this device: what the server said, made durable in an order that survives a crash at any
 * line. The marks decide; databases follow; other tabs are told and read the marks. What a crash left undone is
 * finished by session-steps.ts.
 *
 *   sign in: server → marks {session, adopting} → adopt → marks {adopting: –, local: –} → open the account's database
 *   clear: marks {deleting} → stop syncing, close → delete the database → open a new one
 *   sign out: marks {session: –, signingOut, deleting} → stop syncing, close → delete the database → tell the server
 */
import type { Account, Me } from '@holdfast/shared/sync/protocol';
import { NOBODY } from '../db/db';
import * as commands from '../features/account/commands';
import type { CallResult, Send } from '../platform/call';
import { changeMarks, readMarks, type SignedIn, signedInAs, withOne, writeMarks } from './session-marks';
import {
  deliverSignOut,
  finishAdopting,
  finishDeleting,
  localWorkspace,
  type SessionStepDeps,
} from './session-steps';

export interface SessionDeps extends SessionStepDeps {
  /** As the account, renewing the session where it ran out. */
  readonly sendAs: Send;
  /** Renews the session that the cookies name, whose it may be. */
  readonly renew: () => Promise<boolean>;
  /** Entries that wait in the open database. */
  readonly waiting: () => Promise<number>;
  /** Ends syncing in this tab and closes the open database. */
  readonly close: () => Promise<void>;
  /** Opens what the marks name. */
  readonly reopen: () => Promise<void>;
  /** Tells whichever tab syncs: it may have found the session gone, and goes on. */
  readonly signedIn: () => void;
  /** Tells the other tabs to read the marks. */
  readonly tellTabs: () => void;
  /** `finishDeleting`, waited for by nobody: what fails is left for the next start. */
  readonly deleteLater: () => void;
}

export type EnterResult = CallResult<Account>;
export type SignOutResult = { readonly kind: 'done' } | { readonly kind: 'unsent'; readonly count: number };
/** What to do with changes that were not sent: keep them on this device for this account, or delete them too. */
export type UnsentChoice = 'keep' | 'discard';

export interface SessionCommands {
  signUp(input: {
    readonly email: string;
    readonly password: string;
    readonly name: string;
  }): Promise<EnterResult>;
  signIn(input: { readonly email: string; readonly password: string }): Promise<EnterResult>;
  /** Without a choice, unsent changes stop it: the person decides (send, keep, save a file, discard). */
  signOut(choice?: UnsentChoice): Promise<SignOutResult>;
  /** Deletes what this browser holds of whoever is open here, and begins anew: from the server, or from nothing. */
  clear(): Promise<void>;
  /** Everything was cleared but the cookies: whoever they name is signed in again, and told (H46). */
  comeBack(): Promise<void>;
  /** Asks the server who we are and what we see; keeps the answer. */
  askMe(): Promise<CallResult<Me>>;
  show(workspaceId: string): Promise<void>;
  /** No longer a member: the workspace goes from the list. */
  left(workspaceId: string): Promise<void>;
}

export function createSession(deps: SessionDeps): SessionCommands {
  const { marks } = deps;

  async function enter(result: CallResult<Account>): Promise<EnterResult> {
    if (result.kind !== 'ok') return result;
    const me = await retried(() => commands.fetchMe(deps.send));
    if (me.kind !== 'ok') return me;
    await open(me.value);
    return result;
  }

  /** The session is the server's word already: makes it this device's. */
  async function open(me: Me): Promise<void> {
    // A database still to be deleted must be gone before anything is written to one of its name.
    await finishDeleting(deps, me.account.id);
    const before = await readMarks(marks);
    const session = signedInAs(me, before.session);
    const personal = session.workspaces.find((ws) => ws.personal)?.id ?? session.activeId;
    await writeMarks(marks, { session, adopting: { accountId: session.account.id, workspaceId: personal } });
    await deps.close();
    try {
      await finishAdopting(deps);
    } finally {
      // Where storage refused, the account opens all the same; moving is repeated at the next start.
      await deps.reopen();
      deps.signedIn();
      deps.tellTabs();
      deps.deleteLater();
    }
  }

  return {
    async signUp(input) {
      if (!(await deliverSignOut(deps))) return { kind: 'unreachable' };
      const workspaceId = await localWorkspace(deps);
      return enter(await commands.signUp(deps.send, { ...input, workspaceId }));
    },

    async signIn(input) {
      if (!(await deliverSignOut(deps))) return { kind: 'unreachable' };
      return enter(await commands.signIn(deps.send, input));
    },

    async signOut(choice) {
      const { session } = await readMarks(marks);
      if (!session) return { kind: 'done' };
      const count = await deps.waiting();
      if (count > 0 && choice === undefined) return { kind: 'unsent', count };
      const accountId = session.account.id;
      const keeps = choice === 'keep';
      // From here on the browser counts as signed out, whatever happens to this tab.
      await changeMarks(marks, ({ deleting }) => ({
        session: undefined,
        signingOut: { accountId },
        deleting: keeps ? deleting : withOne(deleting, accountId),
      }));
      deps.tellTabs();
      await deps.close();
      // A frozen tab may hold the database for a while: nobody waits for that with an empty screen.
      await deps.reopen();
      await finishDeleting(deps, accountId);
      await deliverSignOut(deps);
      return { kind: 'done' };
    },

    async clear() {
      let name = NOBODY;
      await changeMarks(marks, ({ session, deleting }) => {
        name = session?.account.id ?? NOBODY;
        return {
          deleting: withOne(deleting, name),
          ...(session ? {} : { localWorkspaceId: undefined }),
        };
      });
      await deps.close();
      await finishDeleting(deps, name);
      await deps.reopen();
      // Their database went under them: they open the new one.
      deps.tellTabs();
    },

    async comeBack() {
      const known = await commands.fetchRemembered(deps.send);
      if (known.kind !== 'ok' || !known.value.remembered) return;
      let me = await commands.fetchMe(deps.send);
      if (me.kind === 'refused' && me.status === 401 && (await deps.renew()))
        me = await commands.fetchMe(deps.send);
      if (me.kind !== 'ok') return;
      const { session } = await readMarks(marks);
      if (session) return;
      await writeMarks(marks, { cleared: me.value.account.id });
      await open(me.value);
    },

    async askMe() {
      const answer = await commands.fetchMe(deps.sendAs);
      if (answer.kind !== 'ok') return answer;
      await keep((session) => {
        if (session.account.id !== answer.value.account.id) return null;
        const next = signedInAs(answer.value, session);
        return JSON.stringify(next) === JSON.stringify(session) ? null : next;
      });
      return answer;
    },

    show: (workspaceId) =>
      keep((session) =>
        session.workspaces.some((ws) => ws.id === workspaceId) ? { ...session, activeId: workspaceId } : null,
      ),

    left: (workspaceId) =>
      keep((session) => {
        const workspaces = session.workspaces.filter((ws) => ws.id !== workspaceId);
        const activeId =
          session.activeId === workspaceId
            ? ((workspaces.find((ws) => ws.personal) ?? workspaces[0])?.id ?? '')
            : session.activeId;
        return { ...session, workspaces, activeId };
      }),
  };

  /** Whoever signed out meanwhile, in whichever tab, stays signed out (CL11). Null: nothing to keep. */
  async function keep(next: (session: SignedIn) => SignedIn | null): Promise<void> {
    let kept: SignedIn | null = null;
    await changeMarks(marks, ({ session }) => {
      kept = session ? next(session) : null;
      return kept ? { session: kept } : {};
    });
    if (kept === null) return;
    await deps.reopen();
    deps.tellTabs();
  }
}

async function retried<T>(send: () => Promise<CallResult<T>>): Promise<CallResult<T>> {
  let answer = await send();
  for (let again = 0; again < 2 && answer.kind === 'unreachable'; again += 1) answer = await send();
  return answer;
}
