/**
 * The token of an invitation link, `/join#token`. It is taken out of the address at once, so that no history, no
 * shared screen and no later page shows it. It is kept in memory and in the state of the tab's own history entry:
 * signing up on the way or reloading does not lose it, closing the tab does.
 */
let kept: string | null = null;
let wanted = false;

export function readInviteToken(): string | null {
  const token = location.hash.slice(1);
  if (location.pathname === '/join' && token !== '') {
    kept = decodeToken(token);
    keepInEntry(kept);
  }
  kept ??= tokenOfEntry();
  return kept;
}

/** The person signs up or in to join: once they are in, it goes on by itself. */
export function wantToJoin(): void {
  wanted = true;
}

export const wantsToJoin = (): boolean => wanted && kept !== null;

export function joinAnswered(): void {
  wanted = false;
}

export function forgetInviteToken(): void {
  kept = null;
  wanted = false;
  if (tokenOfEntry() !== null) keepInEntry(null);
}

const keepInEntry = (token: string | null): void =>
  history.replaceState({ ...history.state, invite: token }, '', location.pathname + location.search);

function tokenOfEntry(): string | null {
  const token: unknown = location.pathname === '/join' ? history.state?.invite : null;
  return typeof token === 'string' ? token : null;
}

function decodeToken(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
