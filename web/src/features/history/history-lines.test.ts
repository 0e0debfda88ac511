import type { HistoryItem } from '@holdfast/shared/sync/history';
import { buildOp, uuidOf } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { historyLines, type OwnMutation } from './history-lines';

const T = uuidOf(1);
const [ME, ANA, PHONE, DESK] = [0xc1, 0xc2, 0xd1, 0xd2].map(uuidOf) as [string, string, string, string];
const whose = { rowId: T, accountId: ME, deviceId: DESK };
const told = (n: number, field: string, more: Partial<HistoryItem> = {}): HistoryItem => ({
  version: n,
  n: 0,
  field,
  from: null,
  to: n,
  time: n * 1000,
  accountId: ANA,
  deviceId: PHONE,
  deviceName: 'Ana’s phone',
  mutationId: uuidOf(0xe00 + n),
  name: 'task.edit',
  ...more,
});
const own = (n: number, at: number, waiting: boolean): OwnMutation => ({
  waiting,
  mutation: {
    id: uuidOf(0xe00 + n),
    name: 'task.rename',
    at,
    ops: [
      buildOp({ entity: 'task', id: T, changes: { title: { from: 'Pay', to: 'Pay rent' } } }),
      buildOp({ entity: 'task', id: uuidOf(2), changes: { title: { from: 'x', to: 'y' } } }),
    ],
  },
});

describe('the lines of a history', () => {
  it('[HY1] one for each mutation, its fields in the order in which they changed', () => {
    const both = { mutationId: uuidOf(0xe09) };
    const lines = historyLines(
      [told(9, 'dueTime', { ...both, n: 1 }), told(9, 'dueOn', both), told(2, '_')],
      [],
      whose,
    );
    expect(lines).toMatchObject([
      {
        kind: 'changed',
        deviceName: 'Ana’s phone',
        at: 9000,
        changes: [{ field: 'dueOn' }, { field: 'dueTime' }],
        onlyHere: false,
      },
      { kind: 'made', changes: [] },
    ]);
  });

  it('what waits stands above, as only here; what the server told already is not said twice', () => {
    const lines = historyLines(
      [told(5, 'title', { accountId: ME, deviceId: DESK })],
      [own(5, 5000, false), own(6, 1000, false), own(7, 500, true)],
      whose,
    );
    expect(lines.map((line) => [line.mutationId, line.onlyHere, line.deviceName])).toEqual([
      [uuidOf(0xe07), true, null],
      [uuidOf(0xe06), false, null],
      [uuidOf(0xe05), false, null],
    ]);
    expect(lines[0]?.changes).toEqual([{ field: 'title', from: 'Pay', to: 'Pay rent' }]);
  });

  it('deleting and bringing back are lines of their own', () => {
    const one = { mutationId: uuidOf(0xe09) };
    const lines = historyLines(
      [told(9, 'title', { ...one, n: 1 }), told(9, 'deletedAt', { ...one, to: null }), told(8, 'deletedAt')],
      [],
      whose,
    );
    expect(lines.map((line) => line.kind)).toEqual(['changed', 'restored', 'deleted']);
  });

  it('a change that folded into nothing says nothing', () => {
    const empty = own(1, 1, true);
    const nothing = {
      ...empty,
      mutation: { ...empty.mutation, ops: [buildOp({ entity: 'task', id: T })] },
    };
    expect(historyLines([], [nothing], whose)).toEqual([]);
  });
});
