/** A name makes a question a saved filter. */
import { newId } from '@holdfast/shared/sync/ids';
import { useActionContext } from '../../db/use-action-context';
import { NameDialog } from '../../ui/name-dialog';
import { sayOf } from '../../ui/say';
import { useWords } from '../../words/use-words';
import { useWriter } from '../undo/undo-provider';
import { saveFilter } from './actions';
import { type FilterQuery, LONGEST, writeQuery } from './query';
import { filtersWords } from './words';

export interface SaveFilterProps {
  open: boolean;
  query: FilterQuery;
  onClose: () => void;
  onSaved: (id: string) => void;
}

export function SaveFilter({ open, query, onClose, onSaved }: SaveFilterProps) {
  const t = useWords(filtersWords);
  const ctx = useActionContext();
  const { write } = useWriter();

  async function save(name: string): Promise<string | null> {
    const words = writeQuery(query);
    if (words.length > LONGEST) return t.tooLong;
    const id = newId(ctx);
    const saving = saveFilter(ctx, { id, name, query: words });
    const refusal = await write([saving], { inField: true, said: sayOf(t.saved, name.trim()) });
    if (refusal === null) onSaved(id);
    return refusal;
  }

  return (
    <NameDialog
      open={open}
      onClose={onClose}
      title={t.save}
      action={t.save}
      needsName={t.needsName}
      onSave={save}
    />
  );
}
