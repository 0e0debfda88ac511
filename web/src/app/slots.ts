/** What other features put into the screens: the composition root fills them. */
import type { ReactNode } from 'react';

export interface Slots {
  /** At the foot of the sidebar; told whether the sync centre is the present screen. */
  readonly syncPill: (current: boolean) => ReactNode;
  /** At a phone's title. */
  readonly syncButton: ReactNode;
  readonly workspaceSwitcher: ReactNode;
  /** At most one line under the title; null for none. */
  readonly banner: ReactNode;
  /** On More: lines of this device (install, export), and the account's. */
  readonly device: ReactNode;
  readonly account: ReactNode;
  /** "2 need you", for the dot on More. */
  readonly needsYou?: string | undefined;
  /** The server does not answer now. */
  readonly offline: boolean;
  readonly pages: {
    readonly sync: () => ReactNode;
    readonly account: () => ReactNode;
    readonly members: () => ReactNode;
    readonly welcome: () => ReactNode;
    readonly join: () => ReactNode;
    /** Takes what another app shared and hands its words on. */
    readonly share: (onShared: (words: string) => void) => ReactNode;
  };
}
