/** The page itself. */
export const reloadPage = (): void => location.reload();

export const isOnlineHint = (): boolean => navigator.onLine;

/** "Chrome on Windows": how this device is called in a list of devices. */
export function deviceName(agent: string = navigator.userAgent): string {
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox\//.test(agent)
      ? 'Firefox'
      : /Chrome\/|CriOS\//.test(agent)
        ? 'Chrome'
        : /Safari\//.test(agent)
          ? 'Safari'
          : 'Browser';
  const system = /iPhone/.test(agent)
    ? 'iPhone'
    : /iPad/.test(agent)
      ? 'iPad'
      : /Android/.test(agent)
        ? 'Android'
        : /Mac OS X/.test(agent)
          ? 'Mac'
          : /Windows/.test(agent)
            ? 'Windows'
            : /Linux|X11/.test(agent)
              ? 'Linux'
              : 'this device';
  return `${browser} on ${system}`;
}

/** A lazy chunk of an older build is gone: reload once in this session, never in a loop (platform 9). */
export function onMissingChunk(mayReload: () => boolean): void {
  addEventListener('vite:preloadError', (event) => {
    const guard = 'holdfast/chunk-reload';
    if (!navigator.onLine || !mayReload() || sessionStorage.getItem(guard) !== null) return;
    event.preventDefault();
    sessionStorage.setItem(guard, '1');
    location.reload();
  });
}

/** 09:41, as this reader's clock shows it. */
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
export const clockTime = (at: number): string => clock.format(at);
