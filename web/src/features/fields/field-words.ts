/** Entities and their fields in words. One that only a newer version knows is called what it calls it. Pure. */
import { fieldNames, fieldsWords, kindNames } from './words';

/** "title", "due date"; a custom field by its own name. */
export const fieldLabel = (entity: string, field: string): string =>
  field.startsWith(CUSTOM) ? field.slice(CUSTOM.length) : (fieldNames.get()[`${entity}.${field}`] ?? field);

const CUSTOM = 'custom.';

/** "the due date" */
export const theField = (entity: string, field: string): string =>
  fieldsWords.get().theField({ field: fieldLabel(entity, field) });

/** "the task" */
export const theKind = (entity: string): string => fieldsWords.get().theKind({ kind: kindOf(entity) });

/** "task"; "tasks" for several. */
export const kindOf = (entity: string, count = 1): string => kindNames.get()[entity]?.(count) ?? entity;
