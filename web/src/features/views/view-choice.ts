/**
 * How a person wants to see a view: whose tasks, in which order, in which groups. Kept for each view on this device;
 * what is stored and not understood counts as not chosen.
 */
import type { Query } from '../../db/live';
import type { LocalStore, MetaValue } from '../../db/local-store';

export const SORTS = ['manual', 'date', 'priority', 'project', 'person', 'label', 'status'] as const;
export type Sort = (typeof SORTS)[number];
export const GROUPS = ['none', 'date', 'priority', 'project', 'person', 'label', 'status'] as const;
export type Group = (typeof GROUPS)[number];

export interface ViewChoice {
  readonly whose: 'mine' | 'everyone';
  readonly sort: Sort;
  readonly group: Group;
}

/** What a view answers, and how it was asked. */
export interface Chosen<T> {
  readonly choice: ViewChoice;
  readonly value: T;
}

const keyOf = (workspaceId: string, view: string): string => `view/${workspaceId}/${view}`;

/**
 * Choice and list in one look: nothing is painted twice, and a new choice asks anew. The list is asked for as it was
 * chosen last, beside the choice and not after it; only where that has changed it is asked again.
 */
export function liveChosen<T>(
  workspaceId: string,
  view: string,
  usual: ViewChoice,
  ask: (choice: ViewChoice) => Query<T>,
): Query<Chosen<T>> {
  let last = usual;
  return async (read) => {
    const asked = last;
    const [stored, value] = await Promise.all([read.meta(keyOf(workspaceId, view)), ask(asked)(read)]);
    const choice = understood(stored, usual);
    last = choice;
    return { choice, value: isSame(choice, asked) ? value : await ask(choice)(read) };
  };
}

const isSame = (a: ViewChoice, b: ViewChoice): boolean =>
  a.whose === b.whose && a.sort === b.sort && a.group === b.group;

export const setChoice = (
  store: LocalStore,
  workspaceId: string,
  view: string,
  choice: ViewChoice,
): Promise<void> =>
  store.transaction('relaxed', (tx) => tx.putMeta(keyOf(workspaceId, view), { ...choice } as MetaValue));

export function understood(stored: unknown, usual: ViewChoice): ViewChoice {
  if (typeof stored !== 'object' || stored === null) return usual;
  const { whose, sort, group } = stored as { readonly [key: string]: unknown };
  return {
    whose: whose === 'mine' || whose === 'everyone' ? whose : usual.whose,
    sort: SORTS.find((each) => each === sort) ?? usual.sort,
    group: GROUPS.find((each) => each === group) ?? usual.group,
  };
}
