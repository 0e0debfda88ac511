/** Where a thing of an ordered list goes: between those that will be its neighbours. Pure. */
import type { Between } from './actions';

interface Placed {
  readonly id: string;
  readonly position: string;
}

/** @param to its index afterwards, counted without itself */
export function betweenAt(all: readonly Placed[], id: string, to: number): Between {
  const others = all.filter((one) => one.id !== id);
  return { before: others[to - 1]?.position ?? null, after: others[to]?.position ?? null };
}
