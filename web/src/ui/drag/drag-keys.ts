/** Ctrl or Cmd Enter picks up what has the focus; then the arrows move it, Enter drops it, Esc returns it. */
import type { KeyboardEvent } from 'react';
import { idOf } from './place-at';
import type { Step } from './places';
import type { Drag } from './use-drag';

const steps: { readonly [key: string]: Step } = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Takes the key, if it is one of these now. */
export function dragByKey(event: KeyboardEvent<HTMLElement>, drag: Drag): void {
  const { lifted } = drag;
  if (!lifted) {
    const item =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card], [data-row]') : null;
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !item) return;
    event.preventDefault();
    drag.lift(idOf(item), 'keys', item.offsetHeight);
    return;
  }
  if (lifted.by !== 'keys') return;
  const step = stepOf(event.key, getComputedStyle(event.currentTarget).direction === 'rtl');
  if (step) drag.step(step);
  else if (event.key === 'Enter') drag.drop();
  else if (event.key === 'Escape') drag.cancel();
  else return;
  event.preventDefault();
}

/** Towards the column that stands there: columns run from right to left where writing does. */
function stepOf(key: string, rtl: boolean): Step | undefined {
  const step = steps[key];
  if (!rtl || step === 'up' || step === 'down' || !step) return step;
  return step === 'left' ? 'right' : 'left';
}
