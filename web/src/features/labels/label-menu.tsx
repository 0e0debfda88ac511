/** What can be done with a label itself: rename and delete. */
import type { Label } from '@holdfast/shared/entities/label';
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { IconButton } from '../../ui/icon-button';
import { EditIcon, MoreIcon, TrashIcon } from '../../ui/icons';
import { MenuButton } from '../../ui/menu-button';
import { sayOf } from '../../ui/say';
import { useWords } from '../../words/use-words';
import { RenameDialog } from '../projects/rename-dialog';
import { useWriter } from '../undo/undo-provider';
import { deleteLabel, renameLabel } from './actions';
import { labelsWords } from './words';

export function LabelMenu({ label, onGone }: { label: Label; onGone: () => void }) {
  const t = useWords(labelsWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  const [renaming, setRenaming] = useState<Label | null>(null);
  return (
    <>
      <MenuButton
        label={t.label({ name: label.name })}
        align="end"
        entries={() => [
          { label: t.rename, icon: <EditIcon />, onSelect: () => setRenaming(label) },
          {
            label: t.delete,
            icon: <TrashIcon />,
            danger: true,
            onSelect: () =>
              void write([deleteLabel(ctx, label)], { said: sayOf(t.deleted, `#${label.name}`) }).then(
                (refusal) => refusal === null && onGone(),
              ),
          },
        ]}
        trigger={(trigger) => <IconButton {...trigger} label={t.labelActions} icon={<MoreIcon />} />}
      />
      <RenameDialog
        what="label"
        seen={renaming}
        onClose={() => setRenaming(null)}
        rename={(seen, name) => write([renameLabel(ctx, seen, name)], { inField: true })}
      />
    </>
  );
}
