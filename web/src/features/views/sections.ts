/**
 * A list in sections is one long list of headings and rows: only what is near the screen exists, however many sections
 * there are. Pure: sections in, items out.
 */
import type { ReactNode } from 'react';

export interface Section {
  /** Says which it is while its title and rows change. */
  readonly key: string;
  readonly title: string;
  /** What its list is called for readers; the title where that says enough. */
  readonly label?: string | undefined;
  readonly ids: readonly string[];
  /** How many there are, where that is known; else as many as `ids`. null: no number. */
  readonly count?: number | null | undefined;
  readonly late?: boolean | undefined;
  /** Its name recedes: nothing is in it. */
  readonly quiet?: boolean | undefined;
  /** A Button of kind text and size head, or a menu. */
  readonly action?: ReactNode;
  /** Below its rows: a line that adds to it, or a word about why there are none. */
  readonly foot?: ReactNode;
  /** It is there by itself, empty or not: somebody made it. */
  readonly stays?: boolean | undefined;
  /** The only section of a list that needs no heading. */
  readonly bare?: boolean | undefined;
}

export type Item =
  | { readonly kind: 'head'; readonly key: string; readonly section: Section }
  | {
      readonly kind: 'row';
      readonly key: string;
      readonly section: Section;
      /** Its place in its section, and how many stand there. */
      readonly index: number;
      readonly count: number;
    }
  | { readonly kind: 'foot'; readonly key: string; readonly section: Section };

const HEAD = 'head ';

/** Ids of all rows in order, a mark before each section's first. */
export const toFlat = (sections: readonly Section[]): readonly string[] =>
  sections.flatMap((section) => [HEAD + section.key, ...section.ids]);

/** The items of a flat list, in which rows may rest that no section lists any more. */
export function toItems(flat: readonly string[], sections: readonly Section[]): readonly Item[] {
  const byKey = new Map(sections.map((section) => [section.key, section]));
  const groups: { section: Section; ids: string[] }[] = [];
  for (const id of flat) {
    const section = id.startsWith(HEAD) ? byKey.get(id.slice(HEAD.length)) : undefined;
    if (section) groups.push({ section, ids: [] });
    else groups.at(-1)?.ids.push(id);
  }
  return groups.flatMap(({ section, ids }): readonly Item[] => [
    ...(section.bare ? [] : [{ kind: 'head' as const, key: HEAD + section.key, section }]),
    ...ids.map((key, index) => ({ kind: 'row' as const, key, section, index, count: ids.length })),
    ...(section.foot ? [{ kind: 'foot' as const, key: `foot ${section.key}`, section }] : []),
  ]);
}

/** The next sections, and in their old places those that are gone: a row of theirs still rests there. */
export function withGone(before: readonly Section[], next: readonly Section[]): readonly Section[] {
  const result = [...next];
  const at = (key: string | undefined) => result.findIndex((section) => section.key === key);
  for (const [index, section] of before.entries())
    if (at(section.key) === -1) result.splice(at(before[index - 1]?.key) + 1, 0, { ...section, ids: [] });
  return result;
}

/** Items that follow each other within one section: a heading stands alone, rows make one list. */
export function toRuns(items: readonly Item[]): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && item.kind === 'row' && last?.kind === 'row' && last.section.key === item.section.key)
      run.push(item);
    else runs.push([item]);
  }
  return runs;
}
