/** The app itself on this device: its version, its update, its installation, what the browser allows it. */
import { createContext, useContext } from 'react';
import type { InstallOffer } from '../../platform/install';
import type { OfflineSupport } from '../../platform/service-worker';

export interface AppState {
  readonly version: string;
  readonly build: string;
  readonly update: 'current' | 'ready' | 'applying' | 'stuck' | 'restart';
  acceptUpdate(): void;
  readonly install: InstallOffer;
  /** From a click. `false`: dismissed, or nothing to ask. */
  askInstall(): Promise<boolean>;
  /** Why this page works online only (CL14). */
  readonly offlineSupport: OfflineSupport;
  /**
   * What the store does with what it is given (CL10): nothing more fits, it does not answer, or a newer version in
   * another tab has it (H44).
   */
  readonly storage: 'fine' | 'full' | 'dead' | 'outdated';
  /** The browser had cleared this account's copy; what the server has came back (H46). */
  readonly cleared: boolean;
  seenCleared(): void;
}

const Context = createContext<AppState | null>(null);
export const AppStateProvider = Context.Provider;

export function useAppState(): AppState {
  const state = useContext(Context);
  if (!state) throw new Error('useAppState needs an AppStateProvider above it');
  return state;
}
