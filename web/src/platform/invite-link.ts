/**
 * The token of an invitation link, `/join#token`. It is taken out of the address at once, so that no history, no
 * shared screen and no later page shows it, and kept in memory alone: signing up on the way does not lose it,
 * closing the tab does.
 */
let kept: string | null = null;

export function readInviteToken(): string | null {
  const token = location.hash.slice(1);
  if (location.pathname === '/join' && token !== '') {
    kept = decodeToken(token);
    history.replaceState(history.state, '', location.pathname);
  }
  return kept;
}

export function forgetInviteToken(): void {
  kept = null;
}

function decodeToken(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
