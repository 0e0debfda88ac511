/** The menu entry that moves a task to another section of the project on screen; nothing where there are none. */
import type { Task } from '@holdfast/shared/entities/task';
import { useActionContext } from '../../db/use-action-context';
import type { MenuEntry } from '../../ui/menu';
import { useWords } from '../../words/use-words';
import { useWriter } from '../undo/undo-provider';
import { moveToSection } from './actions';
import { useSections } from './sections-context';
import { sectionsWords } from './words';

export function useSectionEntries(task: Task): readonly MenuEntry[] {
  const t = useWords(sectionsWords);
  const ctx = useActionContext();
  const sections = useSections();
  const { write } = useWriter();
  const [first] = sections;
  if (!first || first.projectId !== task.projectId) return [];
  const current = sections.find((section) => section.id === task.sectionId)?.id ?? null;
  const entry = (id: string | null, label: string): MenuEntry => ({
    label,
    chosen: current === id,
    onSelect: () => void write([moveToSection(ctx, task, id)], { said: t.movedTo({ name: label }) }),
  });
  return [
    {
      kind: 'menu',
      label: t.moveTo,
      entries: [entry(null, t.noSection), ...sections.map((section) => entry(section.id, section.name))],
    },
  ];
}
