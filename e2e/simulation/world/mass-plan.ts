/**
 * Of a third of the seeds: people who delete much at once, and those who decide about it. A small world has a small
 * threshold. Drawn from dice of their own, so that what else a seed means stays as it is.
 */
import { createDice } from './dice';
import type { Item } from './plan';

export interface MassPlan {
  /** The threshold. */
  readonly rows: number;
  readonly items: readonly Item[];
}

/** @param calm nothing goes wrong in it */
export function massPlan(seed: number, length: number, calm: boolean): MassPlan | null {
  const dice = createDice('mass', seed);
  if (!dice.chance(1 / 3)) return null;
  const items: Item[] = [];
  const add = (at: number, what: Item['what'], device = dice.int(4)): void => {
    items.push({ at: Math.round(at), device, what, n: dice.int(1_000_000_000) });
  };
  for (let times = 1 + dice.int(2); times > 0; times -= 1) {
    const at = dice.next() * length * 0.4;
    if (dice.chance(0.5)) add(at * 0.9, 'project');
    add(at, 'stock');
  }
  for (let times = 1 + dice.int(2); times > 0; times -= 1) {
    const at = dice.between(0.2, 0.9) * length;
    const author = dice.int(4);
    add(at, dice.chance(0.2) ? 'close' : 'sweep', author);
    // Most decide within minutes, some never.
    for (let looks = dice.chance(0.2) ? 0 : 1 + dice.int(6); looks > 0; looks -= 1) {
      const when = at + dice.between(1_000, dice.chance(0.5) ? 60_000 : length);
      add(when, 'decide', dice.chance(0.3) ? author : dice.int(4));
      // Two of them, neither knowing of the other.
      if (dice.chance(0.4)) add(when + dice.between(0, 2_000), 'decide');
    }
    if (!calm && dice.chance(0.3)) {
      // Somebody without a connection edits what is held, and decides: all of it goes out together.
      const [judge, from] = [dice.int(3), at + dice.between(5_000, 40_000)];
      add(from, 'offline', judge);
      for (const what of ['title', 'describe', 'assign'] as const)
        add(from + dice.between(100, 1_500), what, judge);
      add(from + 1_800, 'decide', judge);
    }
    if (!calm && dice.chance(0.25)) add(at + dice.between(2_000, 30_000), 'handler');
    // Thought better of, mostly before the answer has come.
    for (const what of ['undo', 'restore', 'title'] as const)
      if (dice.chance(0.35)) add(at + dice.between(10, dice.chance(0.6) ? 2_000 : 60_000), what, author);
  }
  return { rows: 3 + dice.int(3), items };
}
