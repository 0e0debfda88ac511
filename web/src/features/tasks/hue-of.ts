import type { Hue } from '../../ui/marks';

/** A project's stored colour as one of the six pebbles; one of a newer version gets the first. */
export function hueOf(color: string): Hue {
  const hue = Number(color);
  return hue >= 1 && hue <= 6 ? (hue as Hue) : 1;
}
