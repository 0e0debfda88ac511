import { type Conflict, conflict as conflictEntity } from '@holdfast/shared/entities/conflict';
import { conflictId } from '@holdfast/shared/sync/ids';
import { build, buildOp, uuidOf } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { historyLines } from './history-lines';
import { amongLines, linesNotTaken, withoutNotTaken } from './not-taken';

const T = uuidOf(1);
const [ME, ANA, DESK, PHONE] = [0xc1, 0xc2, 0xd1, 0xd2].map(uuidOf) as [string, string, string, string];
const whose = { rowId: T, accountId: ME, deviceId: DESK };
const M = uuidOf(0xe1);
const side = (accountId: string, id: string, at: number) => ({
  id,
  accountId,
  at,
  name: 'Chrome',
  offline: false,
});
const asked = (values: Partial<Conflict> = {}): Conflict =>
  build(conflictEntity, {
    id: conflictId(M, T, 'title', ME),
    entity: 'task',
    rowId: T,
    field: 'title',
    base: 'Rope',
    mine: 'Floating rope',
    theirs: 'Mooring rope',
    result: 'Mooring rope',
    state: 'settled',
    forAccountId: ME,
    devices: [side(ME, DESK, 14), side(ANA, PHONE, 20)],
    stamps: { _: [3, 14, DESK] },
    ...values,
  });

describe('what did not come to stand', () => {
  it('[MG10] what was not chosen stays in the history, with who, when and where', () => {
    expect(linesNotTaken([asked()], whose)).toMatchObject([
      {
        accountId: ME,
        deviceName: null,
        at: 14,
        notTaken: true,
        changes: [{ field: 'title', from: 'Rope', to: 'Floating rope' }],
      },
    ]);
    expect(linesNotTaken([asked({ result: 'Floating rope' })], whose)).toEqual([]);
  });

  it('[MG2] words that were joined without a question do stand; a value that lost without one does not', () => {
    const joined = { state: 'auto', result: 'Floating mooring rope' } as const;
    expect(linesNotTaken([asked(joined)], whose)).toEqual([]);
    expect(linesNotTaken([asked({ state: 'auto' })], whose)).toMatchObject([{ notTaken: true }]);
  });

  it('[MG9] an edit that came after the deletion; one that was there before is in the history already', () => {
    const edit = {
      field: 'deletedAt',
      base: { title: 'Rope' },
      mine: { title: 'Thick rope' },
      theirs: 20,
      result: null,
    };
    expect(linesNotTaken([asked(edit)], whose)).toMatchObject([
      { changes: [{ field: 'title', from: 'Rope', to: 'Thick rope' }] },
    ]);
    expect(linesNotTaken([asked({ ...edit, stamps: { _: [3, 20, PHONE] } })], whose)).toEqual([]);
  });

  it('is told once, though this device still knows its mutation', () => {
    const changes = { title: { from: 'Rope', to: 'Floating rope' }, priority: { from: 2, to: 3 } };
    const mutation = { id: M, name: 'task.edit', at: 14, ops: [buildOp({ entity: 'task', id: T, changes })] };
    const own = withoutNotTaken([{ mutation, waiting: false }], [asked()], T);
    expect(historyLines([], own, whose)).toMatchObject([{ changes: [{ field: 'priority' }] }]);
  });

  it('stands where it belongs by its time, below what waits', () => {
    const line = (at: number, onlyHere = false) =>
      ({ ...linesNotTaken([asked()], whose)[0], at, onlyHere }) as never;
    const times = amongLines([line(5, true), line(30), line(10)], [line(14)]) as readonly { at: number }[];
    expect(times.map(({ at }) => at)).toEqual([5, 30, 14, 10]);
  });
});
