/** Let go, a card goes to its slot (220 ms) and lies straight. Not at all where motion is reduced. */
import { durationOf } from '../motion';

export async function settle(card: HTMLElement, target: Element | null): Promise<void> {
  const duration = durationOf(card, '--t-move');
  if (!target || duration === 0) return;
  const [from, to] = [card.getBoundingClientRect(), target.getBoundingClientRect()];
  const easing = getComputedStyle(card).getPropertyValue('--ease-out').trim() || 'ease-out';
  const straight = { transform: 'rotate(0deg)' };
  card.firstElementChild?.animate([straight], { duration, easing, fill: 'forwards' });
  const moved = `translate(${to.left - from.left}px, ${to.top - from.top}px)`;
  const going = card.animate([{ transform: 'none' }, { transform: moved }], {
    duration,
    easing,
    fill: 'forwards',
    composite: 'add',
  });
  // Taken off the page before its time it never arrives: that is no trouble.
  await going.finished.catch(() => undefined);
}
