/** 10,000 tasks in 40 projects, the same at every run: words, dates and labels as people have them. */
import { newId } from '@holdfast/shared/sync/ids';

export interface SeedTask {
  readonly id: string;
  readonly projectId: string;
  readonly title: string;
  readonly dueOn: string | null;
  readonly priority: number;
  readonly position: string;
}

const VERBS = ['Call', 'Order', 'Pay', 'Review', 'Send', 'Fix', 'Draft', 'Book', 'Check', 'Plan'];
const THINGS = [
  'the rent',
  'marine rope',
  'the grant letter',
  'the footer link',
  'the boat shed',
  'a price list',
  'the wiring',
  'seed compost',
];

/** A small linear congruential generator: enough for test data, the same everywhere. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function seedTasks(count: number, projects: number, today: string, start: number) {
  const random = generator(20261121);
  const entropy = {
    now: () => start,
    randomBytes: (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256)),
  };
  const projectIds = Array.from({ length: projects }, () => newId(entropy));
  const day = (offset: number) =>
    new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const tasks = Array.from(
    { length: count },
    (_, n): SeedTask => ({
      id: newId(entropy),
      projectId: pick(projectIds),
      title: `${pick(VERBS)} ${pick(THINGS)} ${n}`,
      dueOn: random() < 0.5 ? day(Math.floor(random() * 60) - 5) : null,
      priority: random() < 0.8 ? 2 : 3,
      // Fixed width: sorts as fractional keys do.
      position: `b${n.toString(36).padStart(4, '0')}${Math.floor(random() * 1e9)
        .toString(36)
        .padStart(6, '0')}`,
    }),
  );
  return { projectIds, tasks };
}
