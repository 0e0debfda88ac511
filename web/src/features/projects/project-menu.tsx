/** What can be done with a project itself: rename, colour, archive, delete. */
import { COLORS, type Project } from '@holdfast/shared/entities/project';
import { type ReactNode, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { IconButton } from '../../ui/icon-button';
import { ChevronDownIcon, EditIcon, FileIcon, MoreIcon, TrashIcon } from '../../ui/icons';
import { type Hue, Pebble } from '../../ui/marks';
import type { MenuEntry } from '../../ui/menu';
import { MenuButton } from '../../ui/menu-button';
import { sayOf } from '../../ui/say';
import { useWords } from '../../words/use-words';
import { hueOf } from '../tasks/hue-of';
import { useWriter } from '../undo/undo-provider';
import { archiveProject, colorProject, deleteProject, renameProject, unarchiveProject } from './actions';
import { colorName } from './color-names';
import { RenameDialog } from './rename-dialog';
import { projectsWords } from './words';

export interface ProjectMenuProps {
  project: Project;
  onGone: () => void;
  /** What else the page offers, first. */
  more?: readonly MenuEntry[] | undefined;
  /** The name itself opens it, in place of a button with dots. */
  byName?: boolean | undefined;
}

export function ProjectMenu({ project, onGone, more = [], byName = false }: ProjectMenuProps) {
  const t = useWords(projectsWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  const [renaming, setRenaming] = useState<Project | null>(null);

  async function leave(action: ReturnType<typeof deleteProject>, said: ReactNode) {
    if ((await write([action], { said })) === null) onGone();
  }

  return (
    <>
      <MenuButton
        label={t.project({ name: project.name })}
        align={byName ? 'start' : 'end'}
        entries={() => [
          ...more,
          { label: t.rename, icon: <EditIcon />, onSelect: () => setRenaming(project) },
          {
            kind: 'menu',
            label: t.colour,
            icon: <Pebble large hue={Number(project.color) as Hue} />,
            entries: COLORS.map((color) => ({
              label: colorName(color),
              icon: <Pebble large hue={Number(color) as Hue} />,
              chosen: color === project.color,
              onSelect: () => void write([colorProject(ctx, project, color)]),
            })),
          },
          project.archivedAt === null
            ? {
                label: t.archive,
                icon: <FileIcon />,
                onSelect: () => void leave(archiveProject(ctx, project), sayOf(t.archived, project.name)),
              }
            : {
                label: t.takeBack,
                icon: <FileIcon />,
                onSelect: () => void write([unarchiveProject(ctx, project)]),
              },
          { kind: 'line' },
          {
            label: t.delete,
            icon: <TrashIcon />,
            danger: true,
            onSelect: () => void leave(deleteProject(ctx, project), sayOf(t.deletedWithTasks, project.name)),
          },
        ]}
        trigger={(trigger) =>
          byName ? (
            <button type="button" {...trigger} className="title-btn" title={t.projectActions}>
              <ProjectName project={project} />
              <ChevronDownIcon size="s" />
            </button>
          ) : (
            <IconButton {...trigger} label={t.projectActions} icon={<MoreIcon />} />
          )
        }
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

/** Its pebble and its name, in one line. */
export function ProjectName({ project }: { project: Project }) {
  return (
    <>
      <Pebble large hue={hueOf(project.color)} />
      <span className="min-w-0 truncate">{project.name}</span>
    </>
  );
}
