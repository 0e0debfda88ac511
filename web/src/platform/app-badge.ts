/** The number on the installed app's icon. Browsers without badges, and pages that are not installed, do nothing. */

/** 0 takes it away. */
export function showAppBadge(count: number): void {
  const done = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  // Refused where there is no icon to put it on: nobody misses it there.
  done?.catch(() => undefined);
}
