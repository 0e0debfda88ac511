/**
 * The keyboard on a phone's screen. Some browsers make the window smaller for it; others (Safari) lay it over the
 * page: then what stands at the bottom edge is lifted above it (`--keyboard`). In both the field in focus stays in
 * sight.
 */

const root = (): HTMLElement => document.documentElement;

/** Listens for the whole life of the page; returns what ends it. */
export function watchKeyboard(view: VisualViewport | null = globalThis.visualViewport): () => void {
  if (!view) return () => undefined;
  let was = { height: view.height, scale: view.scale };
  const onResize = () => {
    // What a person has enlarged with two fingers is no smaller window.
    const covered = view.scale > 1.01 ? 0 : Math.max(0, innerHeight - view.height - view.offsetTop);
    if (covered > 0) root().style.setProperty('--keyboard', `${Math.round(covered)}px`);
    else root().style.removeProperty('--keyboard');
    // Who looks closer elsewhere is not brought back to the field.
    if (view.height < was.height && view.scale === was.scale) showFocus(view.offsetTop + view.height);
    was = { height: view.height, scale: view.scale };
  };
  view.addEventListener('resize', onResize);
  view.addEventListener('scroll', onResize);
  return () => {
    view.removeEventListener('resize', onResize);
    view.removeEventListener('scroll', onResize);
    root().style.removeProperty('--keyboard');
  };
}

function showFocus(bottom: number): void {
  const field = document.activeElement;
  if (!field?.matches('input, textarea, [contenteditable="true"]')) return;
  const box = field.getBoundingClientRect();
  if (box.bottom > bottom || box.top < 0) field.scrollIntoView({ block: 'nearest' });
}
