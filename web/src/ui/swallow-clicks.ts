/** Letting go after a press that meant something else is no click on what lies below. Returns what ends it. */
export function swallowClicks(): () => void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, true);
  const stop = () => {
    window.removeEventListener('click', swallow, true);
    window.removeEventListener('pointerdown', stop, true);
  };
  // The click follows the release; the next press is a new one, however soon.
  return () => {
    window.addEventListener('pointerdown', stop, true);
    setTimeout(stop, 60);
  };
}
