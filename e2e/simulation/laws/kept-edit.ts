/** MG9: an edit that met a deletion is kept whole for its editor. */
import { fieldOf, type Row } from '@holdfast/shared/entities/define-entity';
import { entityByName } from '@holdfast/shared/entities/index';

/** Whether an edit of the field is kept in a question when its row is deleted. */
export const isKept = (entityName: string, name: string): boolean => {
  const entity = entityByName(entityName);
  return (entity && fieldOf(entity, name)?.keptOnDelete) ?? false;
};

/** A commit's question about the deletion of the row, for this person. @param written by `entity/id` */
export const conflictFor = (written: ReadonlyMap<string, Row>, rowId: string, accountId: string): boolean =>
  [...written].some(
    ([key, row]) =>
      key.startsWith('conflict/') &&
      row.rowId === rowId &&
      row.forAccountId === accountId &&
      row.field === 'deletedAt' &&
      row.state !== 'auto',
  );
