import type { Project } from '@holdfast/shared/entities/project';

/** The six pebbles by name: no colour speaks alone. */
export const colorNames: { readonly [color in Project['color']]: string } = {
  '1': 'Kelp',
  '2': 'Water',
  '3': 'Sand',
  '4': 'Coral',
  '5': 'Mussel',
  '6': 'Slate',
};
