/** The ways in which a copy leaves this device, and what each says about it. Pure. */

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

const IN_ACCOUNT = 'Everything is saved in your account.';

const WORDS: { readonly [way in WayOut]: WayWords } = {
  'sign-out': {
    question: 'Sign out?',
    safe: `${IN_ACCOUNT} This device’s copy goes; it comes back when you sign in.`,
    go: 'Sign out',
    keep: 'Keep for me, sign out',
    discard: 'Discard and sign out',
    afterSending: 'you can sign out',
  },
  switch: {
    question: 'Sign in as somebody else?',
    safe: `${IN_ACCOUNT} This device’s copy goes before somebody else’s comes; it is back when you sign in.`,
    go: 'Sign out and go on',
    keep: 'Keep for me, go on',
    discard: 'Discard and go on',
    afterSending: 'you can go on',
  },
  clear: {
    question: 'Clear this device’s copy?',
    safe: `${IN_ACCOUNT} The copy here goes and is fetched anew; that needs a connection.`,
    go: 'Clear',
    keep: null,
    discard: 'Discard and clear',
    afterSending: 'you can clear this device',
  },
};

/** Without an account there is nowhere else that anything could come back from. */
const NOWHERE_ELSE: WayWords = {
  ...WORDS.clear,
  safe: 'Nothing of yours is on this device. Settings and drafts here go.',
};

export const wayWords = (way: WayOut, hasAccount: boolean): WayWords =>
  hasAccount ? WORDS[way] : NOWHERE_ELSE;

const number = (count: number): string => count.toLocaleString('en');

/** "3 changes are only on this device" */
export const onlyHere = (count: number): string =>
  `${count === 1 ? '1 change is' : `${number(count)} changes are`} only on this device`;

export const discardQuestion = (count: number): string =>
  count === 1 ? 'Discard 1 change?' : `Discard ${number(count)} changes?`;
