/**
 * A view of tasks that may lie anywhere: labels, people, saved questions. Search has every task in memory and answers
 * at once; before it is there, or without it, the database is asked. What a page began with it keeps: its rows are not
 * read twice.
 */
import { useMemo, useState } from 'react';
import type { Query } from '../../db/live';
import type { ListQuestion } from '../search/list-answer';
import { useListAnswer, useSearchHolds } from '../search/use-list-answer';
import { type Listed, listedFound, listedRows } from './list-query';
import { useView, type View } from './use-view';
import type { ViewChoice } from './view-choice';

/** @param deps what the question depends on */
export function useFoundView(
  view: string,
  usual: ViewChoice,
  question: ListQuestion,
  ask: Query<Listed>,
  deps: readonly unknown[],
): View<Listed> {
  const holds = useSearchHolds();
  const [began] = useState(holds);
  const inMemory = began && holds;
  const answer = useListAnswer(inMemory ? question : null);
  const own = useView(view, usual, () => (inMemory ? nothing : ask), [inMemory, ...deps]);
  const listed = useMemo(() => answer && listedFound(answer), [answer]);
  if (!inMemory || own.live.state !== 'ready') return own;
  if (listed === null) return { ...own, live: { state: 'loading' } };
  const { choice } = own.live.value;
  return { ...own, live: { state: 'ready', value: { choice, value: listed } } };
}

const nothing: Query<Listed> = async () => listedRows([], []);
