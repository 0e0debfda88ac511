/** The texts of a refused change that a person can write anew before sending it again. Pure. */
import { entityByName } from '@holdfast/shared/entities/index';
import type { Mutation } from '@holdfast/shared/sync/op';
import { capital } from '../../words/letter-case';
import { fieldLabel } from '../fields/field-words';

export interface EditableText {
  readonly rowId: string;
  readonly field: string;
  /** "Title" */
  readonly label: string;
  readonly text: string;
}

export function editableTexts(mutation: Mutation): readonly EditableText[] {
  return mutation.ops.flatMap((op) =>
    Object.entries(op.changes).flatMap(([name, { to }]) => {
      const field = entityByName(op.entity)?.fields[name];
      if (!field || (field.merge !== 'text' && name !== 'name') || typeof to !== 'string') return [];
      return [{ rowId: op.id, field: name, label: capital(fieldLabel(op.entity, name)), text: to }];
    }),
  );
}
