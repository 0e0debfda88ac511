/** What was found, as lines of the palette. */
import { Avatar } from '../../ui/avatar';
import { HashIcon } from '../../ui/icons';
import { Pebble, StatusMark } from '../../ui/marks';
import type { PaletteItem } from '../../ui/palette';
import type { Directory } from '../tasks/directory';
import { rowDueWords } from '../tasks/due-words';
import { hueOf } from '../tasks/hue-of';
import { statusOf } from '../tasks/status-words';
import { MarkedWords } from './marked-words';
import type { NameHit, TaskHit } from './search-protocol';

export interface ItemWorld {
  readonly directory: Directory;
  readonly inDescription: string;
  readonly onOpen: (path: string) => void;
}

export function taskItem(hit: TaskHit, { directory, inDescription, onOpen }: ItemWorld): PaletteItem {
  const status = statusOf(hit.status);
  const face = hit.assigneeId === null ? undefined : directory.memberByAccount.get(hit.assigneeId);
  return {
    key: `task ${hit.id}`,
    mark: <StatusMark status={status.shape} />,
    title: <MarkedWords pieces={hit.title} />,
    detail: hit.snippet ? (
      <>
        {inDescription}: “<MarkedWords pieces={hit.snippet} />”
      </>
    ) : (
      placeAndDay(hit, directory)
    ),
    end: face && <Avatar id={face.accountId} name={face.name} />,
    onChoose: () => onOpen(`/t/${hit.id}`),
  };
}

function placeAndDay(hit: TaskHit, { projectById, today }: Directory) {
  const project = hit.projectId === null ? undefined : projectById.get(hit.projectId);
  const day = rowDueWords(hit.dueOn, hit.dueTime, today);
  if (!project) return day || undefined;
  return (
    <>
      <Pebble hue={hueOf(project.color)} /> {project.name}
      {day && ` · ${day}`}
    </>
  );
}

export const projectItem = ({ id, name, color }: NameHit, onOpen: ItemWorld['onOpen']): PaletteItem => ({
  key: `project ${id}`,
  mark: <Pebble hue={hueOf(color)} large />,
  title: <MarkedWords pieces={name} />,
  onChoose: () => onOpen(`/p/${id}`),
});

export const labelItem = ({ id, name }: NameHit, onOpen: ItemWorld['onOpen']): PaletteItem => ({
  key: `label ${id}`,
  mark: <HashIcon size="m" />,
  title: <MarkedWords pieces={name} />,
  onChoose: () => onOpen(`/labels/${id}`),
});
