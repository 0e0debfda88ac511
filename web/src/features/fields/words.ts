/**
 * What the registry calls its entities and fields. Its labels are the English; another language names them by
 * `task.dueOn` and `task`.
 */
import { ENTITIES } from '@holdfast/shared/entities/index';
import { words } from '../../words/language';
import { blanks, counts } from '../../words/message';

/** "due date" */
export const fieldNames = words(
  'field-names',
  Object.fromEntries(
    ENTITIES.flatMap(({ name, fields }) =>
      Object.entries(fields).map(([field, { label }]) => [`${name}.${field}`, label] as const),
    ),
  ),
);

/** "task", "tasks" */
export const kindNames = words(
  'kind-names',
  Object.fromEntries(
    ENTITIES.map(({ name, label: [one, other] }) => [name, counts({ one, other })] as const),
  ),
);

export const fieldsWords = words('fields', {
  theField: blanks('the {field}'),
  theKind: blanks('the {kind}'),
});
