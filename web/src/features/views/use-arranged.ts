/** Tasks as the sections that a person chose, and their rows for the list to begin with. */
import type { Task } from '@holdfast/shared/entities/task';
import { useMemo } from 'react';
import { useWords } from '../../words/use-words';
import { useDirectory } from '../tasks/directory';
import { useSameRows } from '../tasks/use-same-rows';
import { arrange } from './arrange';
import { groupTitle } from './group-title';
import type { Listed } from './list-query';
import type { Section } from './sections';
import type { ViewChoice } from './view-choice';
import { viewsWords } from './words';

export interface ArrangedView {
  readonly sections: readonly Section[];
  readonly known: ReadonlyMap<string, Task>;
}

export function useArranged(
  { tasks, known: read }: Pick<Listed, 'tasks' | 'known'>,
  choice: Pick<ViewChoice, 'sort' | 'group'>,
): ArrangedView {
  const t = useWords(viewsWords);
  const names = useDirectory();
  const known = useSameRows(read);
  const { sort, group } = choice;
  const { today, projects, projectById, labelById, memberByAccount } = names;
  const sections = useMemo(
    () =>
      arrange(tasks ?? [], { sort, group }, { today, projects, labelById, memberByAccount }).map(
        (each): Section => ({
          key: `${each.by} ${each.value}`,
          title:
            each.by === 'none' ? t.open : groupTitle(each, { projectById, labelById, memberByAccount }, t),
          ids: each.tasks.map((task) => task.id),
          late: each.by === 'date' && each.value === 'overdue',
        }),
      ),
    [tasks, sort, group, today, projects, projectById, labelById, memberByAccount, t],
  );
  return { sections, known };
}
