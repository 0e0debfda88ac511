import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { DropGroup } from './places';
import { useDrag } from './use-drag';

const groups: readonly DropGroup[] = [
  { key: 'todo', label: 'To do', ids: ['a', 'b'] },
  { key: 'doing', label: 'In progress', ids: ['c'] },
];

function inHand() {
  const onDrop = vi.fn();
  const { result } = renderHook(() => useDrag({ groups: () => groups, flow: 'columns', onDrop }));
  const does = (what: (drag: typeof result.current) => unknown) => act(() => void what(result.current));
  return { result, does, onDrop };
}

describe('something in hand', () => {
  it('goes with the arrow keys and is dropped once, where it is said to be', () => {
    const { result, does, onDrop } = inHand();
    does((drag) => drag.lift('a', 'keys', 80));
    expect(result.current.news).toEqual({ what: 'lifted', id: 'a', groupLabel: 'To do', position: 1, of: 2 });
    expect(result.current.moves).toBe(false);
    does((drag) => drag.step('right'));
    does((drag) => drag.step('down'));
    expect(result.current.news).toMatchObject({
      what: 'over',
      groupLabel: 'In progress',
      position: 2,
      of: 2,
    });
    expect(result.current.moves).toBe(true);
    does((drag) => drag.drop());
    expect(onDrop.mock.calls).toEqual([['a', { group: 'doing', index: 1 }, 'keys']]);
    expect(result.current.news?.what).toBe('dropped');
    expect(result.current.lifted).toBeNull();
  });

  it('returned, it moves nothing', () => {
    const { result, does, onDrop } = inHand();
    does((drag) => drag.lift('a', 'keys', 80));
    does((drag) => drag.step('right'));
    does((drag) => drag.cancel());
    expect(result.current.news).toMatchObject({ what: 'returned', groupLabel: 'To do', position: 1 });
    expect(onDrop).not.toHaveBeenCalled();
  });

  it('let go by a pointer, it lies in its slot until it has settled, and takes no more steps', () => {
    const { result, does, onDrop } = inHand();
    does((drag) => drag.lift('a', 'pointer', 80));
    does((drag) => drag.moveOver({ group: 'doing', index: 0 }));
    does((drag) => drag.drop());
    expect(result.current.lifted).toMatchObject({ settling: true, over: { group: 'doing', index: 0 } });
    does((drag) => drag.moveOver({ group: 'todo', index: 0 }));
    does((drag) => drag.drop());
    expect(onDrop).toHaveBeenCalledTimes(1);
    expect(result.current.lifted?.over.group).toBe('doing');
    does((drag) => drag.settled());
    expect(result.current.lifted).toBeNull();
  });

  it('dropped where it came from, it goes back', () => {
    const { result, does, onDrop } = inHand();
    does((drag) => drag.lift('b', 'keys', 80));
    does((drag) => drag.drop());
    expect(onDrop).not.toHaveBeenCalled();
    expect(result.current.news).toMatchObject({ what: 'returned', position: 2 });
  });

  it('is one thing: another is not lifted meanwhile, nor what is in no group', () => {
    const { result, does } = inHand();
    does((drag) => drag.lift('x', 'keys', 80));
    expect(result.current.lifted).toBeNull();
    does((drag) => drag.lift('a', 'keys', 80));
    does((drag) => drag.lift('b', 'pointer', 80));
    expect(result.current.lifted?.id).toBe('a');
  });
});
