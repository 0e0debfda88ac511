/**
 * The words of a workspace's tasks, projects and labels in memory. Rows go in and out as they change; a question is
 * answered in milliseconds. First what begins with the words that were typed; only where that is little, also what is
 * a typo away. Knows no storage and no clock.
 *
 * Order: open before done, exact before a typo, title before description, then by how well and how lately.
 */
import type { Label } from '@holdfast/shared/entities/label';
import type { Project } from '@holdfast/shared/entities/project';
import { isOpen, type Task } from '@holdfast/shared/entities/task';
import MiniSearch, { type SearchResult } from 'minisearch';
import { isMine } from '../tasks/queries';
import { markedText, snippet } from './marked';
import type { NameHit, SearchAnswer, SearchQuestion, TaskHit } from './search-protocol';
import { askedTerms, isPair, termsOf } from './terms';

export type SearchedRow =
  | { readonly entity: 'task'; readonly row: Task }
  | { readonly entity: 'project'; readonly row: Project }
  | { readonly entity: 'label'; readonly row: Label };
export type SearchedEntity = SearchedRow['entity'];

export interface SearchIndex {
  /** Takes a row in as it is now; a deleted one goes. */
  put(searched: SearchedRow): void;
  remove(entity: SearchedEntity, id: string): void;
  ids(entity: SearchedEntity): Iterable<string>;
  /** All tasks but those of deleted projects (MG9). */
  tasksThere(): Iterable<Task>;
  /** Tasks that can be found. */
  readonly tasks: number;
  ask(question: SearchQuestion, now: number): SearchAnswer;
}

type Doc = { readonly id: string; readonly words: Words } & SearchedRow;
interface Words {
  readonly title: string;
  readonly description: string;
  readonly labels: string;
}
interface Found {
  readonly doc: Doc;
  readonly result: SearchResult;
  readonly rank: number;
}

/** So few that a typo is likely. */
const FEW = 5;
const NAMES = 5;
const DAY = 86_400_000;

export function createSearchIndex(): SearchIndex {
  const docs = new Map<string, Doc>();
  const count = { task: 0, project: 0, label: 0 };
  const goneProjects = new Set<string>();
  const mini = new MiniSearch<Words & { id: string }>({
    fields: ['title', 'description', 'labels'],
    tokenize: (text) => termsOf(text).map(({ term }) => term),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'AND', prefix: true, boost: { title: 4, labels: 2 } },
  });

  function wordsOf({ entity, row }: SearchedRow): Words {
    if (entity !== 'task') return { title: row.name, description: '', labels: '' };
    const labels = row.labels.map((id) => docs.get(keyOf('label', id))?.words.title ?? '');
    return { title: row.title, description: row.description, labels: labels.join(' ') };
  }

  /** Tasks of a project that was deleted are deleted with it (MG9). */
  const isThere = (task: Task): boolean => task.projectId === null || !goneProjects.has(task.projectId);

  function put(searched: SearchedRow): void {
    const { entity, row } = searched;
    if (entity === 'project' && row.deletedAt === null) goneProjects.delete(row.id);
    if (row.deletedAt !== null) {
      if (entity === 'project') goneProjects.add(row.id);
      remove(entity, row.id);
      return;
    }
    const id = keyOf(entity, row.id);
    const before = docs.get(id);
    const words = wordsOf(searched);
    docs.set(id, { ...searched, id, words });
    if (before && sameWords(before.words, words)) return;
    if (before) mini.replace({ id, ...words });
    else {
      mini.add({ id, ...words });
      count[entity] += 1;
    }
    if (entity === 'label' && before) relabel(row.id);
  }

  /** A label's name stands in its tasks' words. */
  function relabel(labelId: string): void {
    for (const doc of [...docs.values()])
      if (doc.entity === 'task' && doc.row.labels.includes(labelId)) put(doc);
  }

  function remove(entity: SearchedEntity, rowId: string): void {
    const id = keyOf(entity, rowId);
    if (!docs.delete(id)) return;
    count[entity] -= 1;
    mini.discard(id);
    if (entity === 'label') relabel(rowId);
  }

  function look(terms: readonly string[], now: number, mayErr: boolean): Found[] {
    const results = mini.search(terms.join(' '), {
      tokenize: (joined) => joined.split(' '),
      ...(mayErr ? { fuzzy: typos } : {}),
    });
    const found: Found[] = [];
    for (const result of results) {
      const doc = docs.get(String(result.id));
      if (doc) found.push({ doc, result, rank: rankOf(doc, result, now) });
    }
    return found;
  }

  return {
    put,
    remove,
    *ids(entity) {
      for (const doc of docs.values()) if (doc.entity === entity) yield doc.row.id;
    },
    *tasksThere() {
      for (const doc of docs.values()) if (doc.entity === 'task' && isThere(doc.row)) yield doc.row;
    },
    get tasks() {
      return count.task;
    },
    ask({ words, doneToo, me, limit }, now) {
      const terms = askedTerms(words);
      if (terms.length === 0) return { tasks: [], open: 0, done: 0, projects: [], labels: [] };
      const exact = look(terms, now, false);
      const seen = new Set(exact.map(({ doc }) => doc.id));
      const near = exact.length < FEW ? look(terms, now, true).filter(({ doc }) => !seen.has(doc.id)) : [];

      const isWanted = ({ doc }: Found): boolean =>
        doc.entity !== 'task' || (isThere(doc.row) && (me === null || isMine(doc.row, me)));
      const wanted = [exact.filter(isWanted), near.filter(isWanted)];
      const tasks = (open: boolean) =>
        wanted.map((some) =>
          some.filter(({ doc }) => doc.entity === 'task' && isOpen(doc.row.status) === open),
        );
      const open = tasks(true);
      const done = tasks(false);
      const shown = bestOf(doneToo ? [...open, ...done] : open, limit);
      const named = (entity: SearchedEntity) =>
        bestOf(
          wanted.map((some) => some.filter(({ doc }) => doc.entity === entity)),
          NAMES,
        ).flatMap((each) => nameHit(each, terms));
      return {
        tasks: shown.flatMap((each) => taskHit(each, terms)),
        open: sizeOf(open),
        done: sizeOf(done),
        projects: named('project'),
        labels: named('label'),
      };
    },
  };
}

const keyOf = (entity: SearchedEntity, id: string): string => `${entity}/${id}`;

const sameWords = (a: Words, b: Words): boolean =>
  a.title === b.title && a.description === b.description && a.labels === b.labels;

/** Letters that may be wrong, missing or too many. */
function typos(term: string): number | false {
  if (term.length < 4 || isPair(term)) return false;
  return term.length < 6 ? 1 : 2;
}

/** All of the question in the title comes first; lately touched is a little better. */
function rankOf(doc: Doc, { score, match, queryTerms }: SearchResult, now: number): number {
  let inTitle = 0;
  for (const term in match) if (match[term]?.includes('title')) inTitle += 1;
  const days = Math.max(0, now - doc.row.updatedAt) / DAY;
  return (inTitle >= queryTerms.length ? 1e6 : 0) + score * (1 + 0.5 / (1 + days / 14));
}

/** The best of the first group, then of the next, as many as wanted: of thousands found only these are put in order. */
function bestOf(groups: readonly (readonly Found[])[], most: number): Found[] {
  const best: Found[] = [];
  for (const group of groups) {
    const room = most - best.length;
    const top: Found[] = [];
    for (const one of group) {
      const last = top[room - 1];
      if (last !== undefined && last.rank >= one.rank) continue;
      let at = top.length;
      while (at > 0 && (top[at - 1]?.rank ?? 0) < one.rank) at -= 1;
      top.splice(at, 0, one);
      if (top.length > room) top.pop();
    }
    best.push(...top);
    if (best.length >= most) break;
  }
  return best;
}

const sizeOf = (groups: readonly (readonly Found[])[]): number =>
  groups.reduce((sum, group) => sum + group.length, 0);

const matchedIn = (result: SearchResult, field: keyof Words): ReadonlySet<string> =>
  new Set(Object.keys(result.match).filter((term) => result.match[term]?.includes(field)));

function taskHit({ doc, result }: Found, terms: readonly string[]): TaskHit[] {
  if (doc.entity !== 'task') return [];
  const { id, title, description, status, projectId, dueOn, dueTime, assigneeId } = doc.row;
  const inTitle = matchedIn(result, 'title');
  const inDescription = matchedIn(result, 'description');
  const told = [...inDescription].every((term) => inTitle.has(term));
  return [
    {
      id,
      title: markedText(title, inTitle, terms),
      snippet: told ? null : snippet(description, inDescription, terms),
      status,
      projectId,
      dueOn,
      dueTime,
      assigneeId,
    },
  ];
}

function nameHit({ doc, result }: Found, terms: readonly string[]): NameHit[] {
  if (doc.entity === 'task') return [];
  const { id, name, color } = doc.row;
  return [{ id, name: markedText(name, matchedIn(result, 'title'), terms), color }];
}
