/** The ways in which a copy leaves this device, and what each says about it. Pure. */
import { accountWords } from './words';

/** `switch`: somebody else signs in here. `clear`: the copy goes, the person stays. */
export type WayOut = 'sign-out' | 'switch' | 'clear';

export interface WayWords {
  readonly question: string;
  /** Nothing is only here. */
  readonly safe: string;
  readonly go: string;
  /** Null: what is cleared cannot be kept. */
  readonly keep: string | null;
  readonly discard: string;
  /** After sending. */
  readonly afterSending: string;
}

export function wayWords(way: WayOut, hasAccount: boolean): WayWords {
  const t = accountWords.get();
  switch (way) {
    case 'sign-out':
      return {
        question: t.askSignOut,
        safe: t.safeSignOut,
        go: t.signOut,
        keep: t.keepSignOut,
        discard: t.discardSignOut,
        afterSending: t.sentSignOut,
      };
    case 'switch':
      return {
        question: t.askSwitch,
        safe: t.safeSwitch,
        go: t.goSwitch,
        keep: t.keepSwitch,
        discard: t.discardSwitch,
        afterSending: t.sentSwitch,
      };
    case 'clear':
      return {
        question: t.askClear,
        // Without an account there is nowhere else that anything could come back from.
        safe: hasAccount ? t.safeClear : t.safeNowhereElse,
        go: t.goClear,
        keep: null,
        discard: t.discardClear,
        afterSending: t.sentClear,
      };
  }
}

/** "3 changes are only on this device" */
export const onlyHere = (count: number): string => accountWords.get().onlyHere(count);

export const discardQuestion = (count: number): string => accountWords.get().discardCount(count);
