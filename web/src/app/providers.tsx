/** Gives the screens what runs in this tab: the session, where the changes are, the app itself. */
import { type ReactNode, useSyncExternalStore } from 'react';
import { SessionProvider } from '../features/account/session-context';
import { AppStateProvider } from '../features/install/app-state-context';
import { SyncProvider } from '../features/sync/sync-context';
import type { OpenState, RunningApp, RunningState } from './running-app';

export function useRunningState(app: RunningApp): RunningState {
  return useSyncExternalStore(app.state.subscribe, app.state.get);
}

export interface ProvidersProps {
  app: RunningApp;
  open: OpenState;
  children: ReactNode;
}

export function Providers({ app, open, children }: ProvidersProps) {
  const appState = useSyncExternalStore(app.appState.subscribe, app.appState.get);
  const sync = useSyncExternalStore(open.sync.subscribe, open.sync.get);
  return (
    <AppStateProvider value={appState}>
      <SessionProvider value={open.session}>
        <SyncProvider value={sync}>{children}</SyncProvider>
      </SessionProvider>
    </AppStateProvider>
  );
}
