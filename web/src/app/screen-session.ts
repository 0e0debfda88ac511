/** Who uses this browser, as screens need it: what the marks say, and the commands of the session. */
import * as account from '../features/account/commands';
import type { Session, SessionWorkspace } from '../features/account/session-context';
import type { Send } from '../platform/call';
import { deviceName } from '../platform/device-name';
import type { SessionCommands } from './session';
import type { SignedIn } from './session-marks';
import { appWords } from './words';

export interface ScreenSessionDeps {
  readonly session: SessionCommands;
  readonly sendAs: Send;
  /** As the account, after a sign-out that the server has not heard of. */
  readonly sendInOrder: Send;
  /** Opens a workspace on this tab's screen. */
  readonly show: (workspaceId: string) => Promise<void>;
  readonly newWorkspaceId: () => string;
}

export const createScreenSession =
  ({ session, sendAs, sendInOrder, show, newWorkspaceId }: ScreenSessionDeps) =>
  (signedIn: SignedIn | null, active: string, standing: Session['standing']): Session => {
    const local: SessionWorkspace = {
      id: active,
      name: appWords.get().onThisDevice,
      role: 'owner',
      personal: true,
    };
    return {
      standing,
      account: signedIn?.account ?? null,
      workspaces: signedIn?.workspaces ?? [local],
      workspaceId: active,
      deviceName: deviceName(),
      send: sendInOrder,
      signUp: session.signUp,
      signIn: session.signIn,
      clearDevice: session.clear,
      signOut: async (leaving) => void (await session.signOut(leaving)),
      openWorkspace: show,
      async createWorkspace(name) {
        const id = newWorkspaceId();
        const made = await account.createWorkspace(sendAs, { id, name });
        if (made.kind !== 'ok') return made;
        const me = await session.askMe();
        if (me.kind === 'ok') await show(id);
        return me;
      },
      refresh: session.askMe,
    };
  };
