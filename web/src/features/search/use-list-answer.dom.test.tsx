import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BESIDE_MS } from '../../db/live';
import { NEW_QUERY } from '../filters/query';
import type { Search, SearchState } from './search-client';
import { searchHere } from './search-here';
import { useListAnswer, useListCount, useSearchHolds } from './use-list-answer';

let tasks: number;
let asked: number[];
let listeners: Set<() => void>;
beforeEach(() => {
  tasks = 3;
  asked = [];
  listeners = new Set();
  const state: SearchState = { failed: false, ready: true, tasks: 3 };
  searchHere.set({
    count: async () => {
      asked.push(performance.now());
      return tasks;
    },
    list: async () => ({ open: Array.from({ length: tasks }, (_, n) => `t${n}`), closed: [] }),
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Search);
});
afterEach(() => {
  cleanup();
  searchHere.set(null);
});

const question = { query: NEW_QUERY, asking: { today: '2026-03-12', me: '' }, closedToo: false };
/** The index takes in a write. */
const movesOn = (to: number) =>
  act(() => {
    tasks = to;
    for (const listener of listeners) listener();
  });

it('a count is asked at once the first time; after a write it leaves the turn to what is on the screen, and is asked once for all writes of that moment', async () => {
  const count = renderHook(() => useListCount(question));
  await waitFor(() => expect(count.result.current).toBe(3));
  expect(asked).toHaveLength(1);
  const wrote = performance.now();
  movesOn(4);
  movesOn(5);
  await waitFor(() => expect(count.result.current).toBe(5));
  expect(asked).toHaveLength(2);
  // Timers are whole milliseconds, this clock is finer.
  expect((asked[1] ?? 0) - wrote).toBeGreaterThan(BESIDE_MS - 2);
});

it('a list is asked with the write', async () => {
  const list = renderHook(() => useListAnswer(question));
  await waitFor(() => expect(list.result.current?.open).toHaveLength(3));
  movesOn(2);
  await act(async () => undefined);
  expect(list.result.current?.open).toHaveLength(2);
});

it('an index that moved on paints nothing by itself', async () => {
  let painted = 0;
  const holds = renderHook(() => {
    painted += 1;
    return useSearchHolds();
  });
  expect(holds.result.current).toBe(true);
  const before = painted;
  movesOn(4);
  expect(painted).toBe(before);
});
