/** The page itself. */
export const reloadPage = (): void => location.reload();

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
