/** What can be done with a saved filter itself: rename and delete. */
import type { Filter } from '@holdfast/shared/entities/filter';
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { IconButton } from '../../ui/icon-button';
import { EditIcon, MoreIcon, TrashIcon } from '../../ui/icons';
import { MenuButton } from '../../ui/menu-button';
import { sayOf } from '../../ui/say';
import { useWords } from '../../words/use-words';
import { RenameDialog } from '../projects/rename-dialog';
import { useWriter } from '../undo/undo-provider';
import { deleteFilter, renameFilter } from './actions';
import { filtersWords } from './words';

export function FilterMenu({ filter, onGone }: { filter: Filter; onGone: () => void }) {
  const t = useWords(filtersWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  const [renaming, setRenaming] = useState<Filter | null>(null);
  async function leave() {
    if ((await write([deleteFilter(ctx, filter)], { said: sayOf(t.deleted, filter.name) })) === null)
      onGone();
  }
  return (
    <>
      <MenuButton
        label={t.about({ name: filter.name })}
        align="end"
        entries={() => [
          { label: t.rename, icon: <EditIcon />, onSelect: () => setRenaming(filter) },
          { label: t.delete, icon: <TrashIcon />, danger: true, onSelect: () => void leave() },
        ]}
        trigger={(trigger) => <IconButton {...trigger} label={t.actions} icon={<MoreIcon />} />}
      />
      <RenameDialog
        what="filter"
        seen={renaming}
        onClose={() => setRenaming(null)}
        rename={(seen, name) => write([renameFilter(ctx, seen, name)], { inField: true })}
      />
    </>
  );
}
