import type { Creation } from '../../db/intent';

/** A label that is made together with what is labelled. */
export const labelCreation = (id: string, name: string): Creation => ({
  op: 'create',
  entity: 'label',
  id,
  values: { name, color: '1' },
});
