/** A list in the order that people gave, known by its ids: one section, as long as it likes. */
import { useMemo } from 'react';
import { useWords } from '../../words/use-words';
import type { TaskList } from '../tasks/queries';
import { useSameRows } from '../tasks/use-same-rows';
import type { ArrangedView } from './use-arranged';
import { viewsWords } from './words';

export function usePlainList(list: TaskList): ArrangedView {
  const t = useWords(viewsWords);
  const known = useSameRows(list.firstRows);
  const sections = useMemo(() => [{ key: 'open', title: t.open, ids: list.open }], [list.open, t]);
  return { sections, known };
}
