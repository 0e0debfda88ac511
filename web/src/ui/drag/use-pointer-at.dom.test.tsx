import { fireEvent, renderHook, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { usePointerAt } from './use-pointer-at';

it('what is lifted while the pointer already rests has a place at once', async () => {
  const onPoint = vi.fn();
  const { rerender } = renderHook(({ active }) => usePointerAt(active, onPoint), {
    initialProps: { active: false },
  });
  fireEvent.mouseMove(window, { clientX: 40, clientY: 90 });
  expect(onPoint).not.toHaveBeenCalled();
  rerender({ active: true });
  await waitFor(() => expect(onPoint).toHaveBeenCalledWith({ x: 40, y: 90 }, expect.any(Number)));
  fireEvent.mouseMove(window, { clientX: 41, clientY: 99 });
  await waitFor(() => expect(onPoint).toHaveBeenLastCalledWith({ x: 41, y: 99 }, expect.any(Number)));
});
