/** A project's tasks in its sections. Pure. */
import type { Section } from '@holdfast/shared/entities/section';
import type { Task } from '@holdfast/shared/entities/task';

export interface SectionOfTasks<T> {
  /** Null: above the sections, for what is in none of them, or in one that is gone. */
  readonly section: Section | null;
  readonly tasks: readonly T[];
}

/** In the order of the sections; those without tasks stand there as well. */
export function bySection<T extends Pick<Task, 'sectionId'>>(
  tasks: readonly T[],
  sections: readonly Section[],
): readonly SectionOfTasks<T>[] {
  const its = new Map<string | null, T[]>([
    [null, []],
    ...sections.map((section): [string, T[]] => [section.id, []]),
  ]);
  for (const task of tasks) (its.get(task.sectionId) ?? its.get(null))?.push(task);
  const loose = its.get(null) ?? [];
  return [
    ...(loose.length > 0 ? [{ section: null, tasks: loose }] : []),
    ...sections.map((section) => ({ section, tasks: its.get(section.id) ?? [] })),
  ];
}

/** Where a section goes that moves by one: between which positions. Null at the end of the list. */
export function oneUpOrDown(
  sections: readonly Pick<Section, 'id' | 'position'>[],
  id: string,
  by: -1 | 1,
): { readonly before: string | null; readonly after: string | null } | null {
  const at = sections.findIndex((section) => section.id === id);
  const others = sections.filter((section) => section.id !== id);
  const to = at + by;
  if (at === -1 || to < 0 || to > others.length) return null;
  return { before: others[to - 1]?.position ?? null, after: others[to]?.position ?? null };
}
