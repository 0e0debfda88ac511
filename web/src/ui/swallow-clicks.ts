/** Letting go after a press that meant something else is no click on what lies below. Returns what ends it. */
export function swallowClicks(): () => void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, true);
  // The click follows the release.
  return () => void setTimeout(() => window.removeEventListener('click', swallow, true), 60);
}
