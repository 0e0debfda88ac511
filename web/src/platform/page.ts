/** The page itself. */
export const reloadPage = (): void => location.reload();

/** For readers, hyphens, and where a line begins. */
export function showLanguage(code: string, direction: string): void {
  Object.assign(document.documentElement, { lang: code, dir: direction });
}

/**
 * A lazy chunk of an older build is gone: reload once in this session, never in a loop (platform 9). Where it is the
 * network that is gone, a reload would leave nothing on the screen at all: only for a server that answers.
 */
export function onMissingChunk(mayReload: () => boolean): void {
  const guard = 'holdfast/chunk-reload';
  const may = () => mayReload() && sessionStorage.getItem(guard) === null;
  addEventListener('vite:preloadError', async () => {
    if (!may() || !(await answers()) || !may()) return;
    sessionStorage.setItem(guard, '1');
    location.reload();
  });
}

/** Our own server, not a portal on the way that answers everything with a page. */
async function answers(): Promise<boolean> {
  const healthy = await fetch('/healthz', { cache: 'no-store', redirect: 'error' }).catch(() => null);
  return healthy?.ok === true && healthy.headers.get('content-type')?.startsWith('application/json') === true;
}
