/**
 * Which account is open in this tab, and which of its workspaces: what the marks name, one change at a time. What
 * screens see of it stands in the running state.
 */
import { NOBODY } from '../db/db';
import { StorageFailure } from '../db/storage-failure';
import type { Session } from '../features/account/session-context';
import type { BrowserMarks } from '../platform/browser-marks';
import type { ValueStore } from '../ui/value-store';
import type { OpenAccount } from './open-account';
import type { RunningState } from './running-app';
import { readMarks, type SessionMarks, type SignedIn } from './session-marks';
import { type ClosedReason, closedBy, closedWords } from './storage-says';

export interface TabAccountDeps {
  readonly marks: BrowserMarks;
  readonly state: ValueStore<RunningState>;
  readonly open: (signedIn: SignedIn | null, active: string) => Promise<OpenAccount>;
  /** Where somebody without an account writes. */
  readonly localWorkspace: () => Promise<string>;
  /** What is still to be deleted goes before it is opened anew. */
  readonly deleteFirst: (name: string) => Promise<void>;
  /** Who uses it, as screens need it. */
  readonly sessionOf: (signedIn: SignedIn | null, active: string, standing: Session['standing']) => Session;
  readonly opened: (account: OpenAccount, marks: SessionMarks) => Promise<void>;
  /** Changes wait and nothing answers: the browser may wake the worker once there is a network. */
  readonly wakeLater: () => void;
  readonly hasUnsaved: () => boolean;
  /** This database went to a newer version, and words are nowhere but on the screen. */
  readonly keepScreen: () => void;
  readonly report: (what: string, detail: unknown) => void;
}

export interface TabAccount {
  readonly current: () => OpenAccount | null;
  /** The workspace that counts and sync follow; null before the first is open. */
  readonly followed: () => string | null;
  /** The workspace to show on this tab's screen; `follow` shows it. */
  choose(workspaceId: string): void;
  /** After what is under way. What fails closes the app, and says why. */
  inTurn(work: () => Promise<void>): Promise<void>;
  /** In turn: opens what the marks name; where it is open already, only the list and the screen's workspace follow. */
  follow(read?: SessionMarks): Promise<void>;
  /** In turn. */
  close(): Promise<void>;
  /** In turn: another tab deleted or upgraded the open database. */
  outdated(): Promise<void>;
  /** Nothing opens here: the screen says why. */
  closedBecause(reason: ClosedReason): void;
  fail(error: unknown): void;
}

const namesOf = (marks: SessionMarks | null): string => JSON.stringify(marks?.session?.workspaces ?? null);

export function createTabAccount(deps: TabAccountDeps): TabAccount {
  const { marks, state } = deps;
  let open: OpenAccount | null = null;
  let shown: SessionMarks | null = null;
  /** The workspace on this tab's screen. */
  let chosen: string | null = null;
  /** The one that counts and sync follow. */
  let followed: string | null = null;
  let standing: Session['standing'] = 'none';
  let wakeAsked = false;
  let turn: Promise<void> = Promise.resolve();

  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.then(work).catch(fail);
    return turn;
  }

  async function close(): Promise<void> {
    const closing = open;
    open = null;
    if (closing) state.set({ kind: 'starting' });
    await closing?.close();
  }

  async function follow(read?: SessionMarks): Promise<void> {
    let next = read ?? (await readMarks(marks));
    const signedIn = next.session ?? null;
    const accountId = signedIn?.account.id ?? null;
    // Another account, or the same one's database was cleared in another tab.
    if (open !== null && (open.accountId !== accountId || open.db.failure !== null)) await close();
    if (open === null && next.deleting.includes(accountId ?? NOBODY)) {
      await deps.deleteFirst(accountId ?? NOBODY);
      next = await readMarks(marks);
    }
    // Tabs show different workspaces: the marks only say where a new one begins.
    const here = state.get().kind === 'open' ? chosen : null;
    const listed = here !== null && signedIn?.workspaces.some((ws) => ws.id === here);
    const active = listed ? here : (signedIn?.activeId ?? (await deps.localWorkspace()));
    const moved = active !== followed || namesOf(shown) !== namesOf(next);
    chosen = active;
    followed = active;
    shown = next;
    if (open === null) {
      open = await deps.open(signedIn, active);
      open.view.subscribe(viewChanged);
      void deps.opened(open, next).catch(fail);
    } else if (signedIn && moved) {
      open.follow(
        signedIn.workspaces.map((ws) => ws.id),
        active,
      );
    }
    publish(active);
  }

  function publish(active: string): void {
    if (open === null) return;
    const before = state.get();
    const unchanged =
      before.kind === 'open' && before.db === open.db && before.context.workspaceId === active;
    standing = standingNow();
    state.set({
      kind: 'open',
      db: open.db,
      context: unchanged ? before.context : open.context(active),
      session: deps.sessionOf(shown?.session ?? null, active, standing),
      sync: open.view,
    });
  }

  const standingNow = (): Session['standing'] =>
    open?.accountId == null ? 'none' : open.view.get().statement.kind === 'signed-out' ? 'out' : 'in';

  function viewChanged(): void {
    const current = state.get();
    const view = open?.view.get();
    // Asked once until all is sent: the wake itself makes the next look, and must not make the next question.
    if (view?.waiting === 0) wakeAsked = false;
    else if (view?.offline && !wakeAsked) {
      wakeAsked = true;
      deps.wakeLater();
    }
    if (current.kind === 'open' && standing !== standingNow()) publish(current.context.workspaceId);
  }

  async function outdated(): Promise<void> {
    const next = await readMarks(marks);
    // Where the marks name another account, that is all there is to it.
    if ((next.session?.account.id ?? null) !== (open?.accountId ?? null)) await follow();
    // Words that are nowhere but on this screen stay there, to be copied.
    else if (deps.hasUnsaved()) deps.keepScreen();
    else closedBecause('outdated');
  }

  function closedBecause(reason: ClosedReason): void {
    state.set({ kind: 'closed', reason, words: closedWords(reason) });
  }

  function fail(error: unknown): void {
    if (!(error instanceof StorageFailure)) deps.report('opening', error);
    closedBecause(error instanceof StorageFailure ? closedBy(error.trouble) : 'unavailable');
  }

  return {
    current: () => open,
    followed: () => followed,
    choose(workspaceId) {
      chosen = workspaceId;
    },
    inTurn,
    follow,
    close,
    outdated,
    closedBecause,
    fail,
  };
}
