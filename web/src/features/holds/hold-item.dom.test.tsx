import { type Hold, hold } from '@holdfast/shared/entities/hold';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HoldItem } from './hold-list';
import type { HoldLine } from './queries';

afterEach(cleanup);

function show(more: Partial<HoldLine>, row: Partial<Hold> = {}) {
  const acts = { onRelease: vi.fn(), onDrop: vi.fn() };
  const line: HoldLine = {
    hold: build(hold, { state: 'held', count: 60, ...row }),
    isMine: false,
    mayRelease: true,
    author: 'Ana',
    decider: null,
    names: ['Sand', 'Rope', 'Paint', 'Sails'],
    ...more,
  };
  render(<HoldItem line={line} {...acts} />);
  return acts;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('held deletes', () => {
  it('[PU9] [AC3] who may release is told whose and how many, and decides with one tap', () => {
    const acts = show({});
    expect(screen.getByText('Held: 60 deletes by Ana wait for your decision')).toBeTruthy();
    expect(screen.getByText(/Sand, Rope, Paint and 57 more.*nothing is deleted/)).toBeTruthy();
    press('Delete them');
    press('Keep them');
    expect([acts.onRelease, acts.onDrop].map((act) => act.mock.calls.length)).toEqual([1, 1]);
  });

  it('[PU9] its author sees what waits, may drop it, and may not release it', () => {
    show({ isMine: true, mayRelease: false });
    expect(screen.getByText('Held: your 60 deletes wait for an owner or admin')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete them' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Keep them' })).toBeTruthy();
  });

  it('[PU9] its author is told what became of it', () => {
    show({ isMine: true, decider: 'Olga' }, { state: 'dropped', decidedBy: uuidOf(2) });
    expect(screen.getByText('Olga turned down your 60 deletes')).toBeTruthy();
    expect(screen.getByText(/Nothing was deleted/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
