/** Order and groups of a view, from one menu: a word on a desk, an icon on a phone. */
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { FilterIcon } from '../../ui/icons';
import type { MenuEntry } from '../../ui/menu';
import { MenuButton } from '../../ui/menu-button';
import { useWords } from '../../words/use-words';
import { GROUPS, type Group, SORTS, type Sort, type ViewChoice } from './view-choice';
import { viewsWords } from './words';

export interface ViewMenuProps {
  choice: ViewChoice;
  onChoose: (choice: ViewChoice) => void;
  look: 'word' | 'icon';
  /** What makes no sense here: a project's list is of one project. */
  without?: Group | undefined;
}

export function ViewMenu({ choice, onChoose, look, without }: ViewMenuProps) {
  const t = useWords(viewsWords);
  const entries = (): readonly MenuEntry[] => [
    { kind: 'group', label: t.groupBy },
    ...choices(GROUPS, choice.group, (group: Group) => onChoose({ ...choice, group })),
    { kind: 'line' },
    { kind: 'group', label: t.sortBy },
    ...choices(SORTS, choice.sort, (sort: Sort) => onChoose({ ...choice, sort })),
  ];
  const choices = <V extends Group | Sort>(values: readonly V[], now: V, onSelect: (value: V) => void) =>
    values
      .filter((value) => value !== without)
      .map((value) => ({ label: t[value], chosen: value === now, onSelect: () => onSelect(value) }));
  const words =
    choice.group === 'none' ? t.sortIs({ sort: t[choice.sort] }) : t.groupIs({ group: t[choice.group] });
  return (
    <MenuButton
      label={t.view}
      align="end"
      entries={entries}
      trigger={(trigger) =>
        look === 'icon' ? (
          <IconButton {...trigger} label={words} icon={<FilterIcon />} />
        ) : (
          <Button {...trigger} kind="quiet" icon={<FilterIcon />}>
            {words}
          </Button>
        )
      }
    />
  );
}
