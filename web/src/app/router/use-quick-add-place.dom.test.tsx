import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { goBack, whenBack } from '../../platform/history';
import { useOpensQuickAdd, useQuickAddPlace } from './use-quick-add-place';

afterEach(cleanup);
afterEach(() => vi.restoreAllMocks());
beforeEach(() => history.pushState(null, '', '/inbox'));

const address = () => location.pathname + location.search;
function quickAdd() {
  const hook = renderHook(() => {
    const openedHere = useRef(false);
    return { ...useOpensQuickAdd(openedHere), place: useQuickAddPlace(openedHere) };
  });
  return () => hook.result.current;
}

it('pressed twice before its sheet is there, one step back closes it', async () => {
  const now = quickAdd();
  const before = history.length;
  act(() => now().show());
  act(() => now().show());
  expect(history.length).toBe(before + 1);
  act(() => now().showIn('blocked'));
  expect(now().place).toMatchObject({ open: true, status: 'blocked' });
  expect(history.length).toBe(before + 1);
  act(() => now().place.close());
  await waitFor(() => expect(now().place.open).toBe(false));
  expect(address()).toBe('/inbox');
});

it('opened by its address and pressed once more, closing it stays in the app', () => {
  history.replaceState(null, '', '/inbox?new=1');
  const now = quickAdd();
  act(() => now().show());
  act(() => now().place.close());
  expect(address()).toBe('/inbox');
  expect(now().place.open).toBe(false);
});

it('pressed while the open task is still closing, it opens over the list and stays', async () => {
  // As in browsers: a step back takes its time, this document's own takes none.
  const stepBack = history.back.bind(history);
  vi.spyOn(history, 'back').mockImplementation(() => void setTimeout(stepBack, 20));
  history.pushState(null, '', '/t/rope');
  const now = quickAdd();
  act(() => {
    goBack();
    now().show();
  });
  await waitFor(() => expect(address()).toBe('/inbox?new=1'));
  // Whatever was still on its way has arrived.
  await act(() => new Promise<void>((arrived) => whenBack(arrived)));
  expect(address()).toBe('/inbox?new=1');
  expect(now().place.open).toBe(true);
  act(() => now().place.close());
  await waitFor(() => expect(address()).toBe('/inbox'));
});
