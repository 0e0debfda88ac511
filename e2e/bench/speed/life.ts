/**
 * What the speed table is measured on: the bench's tasks as somebody uses them: labels on a third of them, some
 * assigned to their person, saved filters, a few that need attention.
 */
import { newId } from '@holdfast/shared/sync/ids';
import { type Creation, createAccount, creation } from '../seed';
import { generator, seedTasks } from '../tasks';

const LABELS = ['waiting', 'errand', 'home', 'phone', 'deep', 'quick', 'money', 'boat', 'garden', 'desk'];

export interface Life {
  readonly email: string;
  readonly tasks: number;
  /** A project, a label and the saved filters by name: what there is to open. */
  readonly projectId: string;
  readonly labelId: string;
  readonly filterIds: { readonly [name: string]: string };
}

export async function seedLife(
  url: string,
  email: string,
  count: number,
  today: string,
  projects: number,
): Promise<Life> {
  const account = await createAccount(url, email, 'Ana');
  const { projectIds, tasks } = seedTasks(count, projects, today, Date.now());
  const random = generator(4);
  const entropy = {
    now: () => Date.now(),
    randomBytes: (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256)),
  };
  const labelIds = LABELS.map(() => newId(entropy));
  const at = (ids: readonly string[], n: number): string => ids[n] ?? '';
  const filters = Object.entries(questions(at(labelIds, 0))).map(([name, query]) => ({
    id: newId(entropy),
    name,
    query: JSON.stringify({ v: 1, join: 'all', if: query }),
  }));
  const status = (): string => (random() < 0.05 ? 'in_progress' : random() < 0.02 ? 'blocked' : 'todo');
  await account.send([
    ...projectIds.map((id, n) => creation('project', id, { name: `Project ${n + 1}`, position: inOrder(n) })),
    ...labelIds.map((id, n) => creation('label', id, { name: LABELS[n] })),
    ...filters.map(({ id, ...values }, n) => creation('filter', id, { ...values, position: inOrder(n) })),
    ...tasks.map(
      ({ id, ...values }): Creation =>
        creation('task', id, {
          ...values,
          status: status(),
          labels: random() < 0.3 ? [at(labelIds, Math.floor(random() * labelIds.length))] : [],
          assigneeId: random() < 0.05 ? account.id : null,
        }),
    ),
  ]);
  return {
    email,
    tasks: count,
    projectId: at(projectIds, 0),
    labelId: at(labelIds, 1),
    filterIds: Object.fromEntries(filters.map(({ id, name }) => [name, id])),
  };
}

const inOrder = (n: number): string => `a${n.toString(36).padStart(2, '0')}x`;

/** One that an index answers, and one that has to look at the words of every task. */
const questions = (labelId: string) => ({
  'High this week': [{ priority: [3, 4] }, { due: 'week' }],
  'Waiting for': [{ label: [labelId] }],
  'Words: rope': [{ text: 'rope' }],
});
