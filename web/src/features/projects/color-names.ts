import type { Project } from '@holdfast/shared/entities/project';
import { projectsWords } from './words';

type Color = Project['color'];
const NAMES = { 1: 'kelp', 2: 'water', 3: 'sand', 4: 'coral', 5: 'mussel', 6: 'slate' } as const satisfies {
  readonly [color in Color]: string;
};

/** The six pebbles by name: no colour speaks alone. One of a newer version by its number. */
export function colorName(color: string): string {
  const t = projectsWords.get();
  return color in NAMES ? t[NAMES[color as Color]] : t.anotherColour({ color });
}
