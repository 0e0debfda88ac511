/** What can be done with a project itself: rename, colour, archive, delete. */
import { COLORS, type Project } from '@holdfast/shared/entities/project';
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { IconButton } from '../../ui/icon-button';
import { EditIcon, FileIcon, MoreIcon, TrashIcon } from '../../ui/icons';
import { type Hue, Pebble } from '../../ui/marks';
import type { MenuEntry } from '../../ui/menu';
import { MenuButton } from '../../ui/menu-button';
import { useWriter } from '../undo/undo-provider';
import { archiveProject, colorProject, deleteProject, renameProject, unarchiveProject } from './actions';
import { colorNames } from './color-names';
import { RenameDialog } from './rename-dialog';

export interface ProjectMenuProps {
  project: Project;
  onGone: () => void;
  /** What else the page offers, first. */
  more?: readonly MenuEntry[] | undefined;
}

export function ProjectMenu({ project, onGone, more = [] }: ProjectMenuProps) {
  const ctx = useActionContext();
  const { write } = useWriter();
  const [renaming, setRenaming] = useState<Project | null>(null);

  async function leave(action: ReturnType<typeof deleteProject>, said: string) {
    if ((await write([action], { said })) === null) onGone();
  }

  return (
    <>
      <MenuButton
        label={`Project ${project.name}`}
        align="end"
        entries={() => [
          ...more,
          { label: 'Rename', icon: <EditIcon />, onSelect: () => setRenaming(project) },
          {
            kind: 'menu',
            label: 'Colour',
            icon: <Pebble large hue={Number(project.color) as Hue} />,
            entries: COLORS.map((color) => ({
              label: colorNames[color],
              icon: <Pebble large hue={Number(color) as Hue} />,
              chosen: color === project.color,
              onSelect: () => void write([colorProject(ctx, project, color)]),
            })),
          },
          project.archivedAt === null
            ? {
                label: 'Archive',
                icon: <FileIcon />,
                onSelect: () => void leave(archiveProject(ctx, project), `Archived “${project.name}”`),
              }
            : {
                label: 'Take back from the archive',
                icon: <FileIcon />,
                onSelect: () => void write([unarchiveProject(ctx, project)]),
              },
          { kind: 'line' },
          {
            label: 'Delete',
            icon: <TrashIcon />,
            danger: true,
            onSelect: () =>
              void leave(deleteProject(ctx, project), `Deleted “${project.name}” with its tasks`),
          },
        ]}
        trigger={(trigger) => <IconButton {...trigger} label="Project actions" icon={<MoreIcon />} />}
      />
      <RenameDialog
        what="project"
        seen={renaming}
        onClose={() => setRenaming(null)}
        rename={(seen, name) => write([renameProject(ctx, seen, name)], { inField: true })}
      />
    </>
  );
}
