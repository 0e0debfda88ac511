/** What can be done with a section, from its heading. */
import type { Section } from '@holdfast/shared/entities/section';
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { IconButton } from '../../ui/icon-button';
import { ChevronDownIcon, EditIcon, MoreIcon, TrashIcon, UpIcon } from '../../ui/icons';
import { MenuButton } from '../../ui/menu-button';
import { sayOf } from '../../ui/say';
import { useWords } from '../../words/use-words';
import { RenameDialog } from '../projects/rename-dialog';
import { useWriter } from '../undo/undo-provider';
import { deleteSection, renameSection, reorderSection } from './actions';
import { oneUpOrDown } from './by-section';
import { useSections } from './sections-context';
import { sectionsWords } from './words';

export function SectionMenu({ section }: { section: Section }) {
  const t = useWords(sectionsWords);
  const ctx = useActionContext();
  const sections = useSections();
  const { write } = useWriter();
  const [renaming, setRenaming] = useState<Section | null>(null);
  const move = (by: -1 | 1) => {
    const between = oneUpOrDown(sections, section.id, by);
    return {
      disabled: between === null,
      onSelect: () => between && void write([reorderSection(ctx, section, between)]),
    };
  };
  return (
    <>
      <MenuButton
        label={t.actions({ name: section.name })}
        align="end"
        entries={() => [
          { label: t.rename, icon: <EditIcon />, onSelect: () => setRenaming(section) },
          { label: t.moveUp, icon: <UpIcon />, ...move(-1) },
          { label: t.moveDown, icon: <ChevronDownIcon />, ...move(1) },
          { kind: 'line' },
          {
            label: t.delete,
            icon: <TrashIcon />,
            danger: true,
            onSelect: () =>
              void write([deleteSection(ctx, section)], { said: sayOf(t.deleted, section.name) }),
          },
        ]}
        trigger={(trigger) => (
          <IconButton {...trigger} label={t.actions({ name: section.name })} icon={<MoreIcon />} />
        )}
      />
      <RenameDialog
        what="section"
        seen={renaming}
        onClose={() => setRenaming(null)}
        rename={(seen, name) => write([renameSection(ctx, seen, name)], { inField: true })}
      />
    </>
  );
}
