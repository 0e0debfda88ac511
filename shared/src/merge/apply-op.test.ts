import { describe, expect, it } from 'vitest';
import type { Entity, Row } from '../entities/define-entity';
import type { Json } from '../entities/fields';
import { project } from '../entities/project';
import { task } from '../entities/task';
import { nextTaskId } from '../sync/ids';
import { checkOp } from '../sync/op';
import { build, buildAuthor, buildOp, buildOther, change, uuidOf } from '../testing/build';
import { applyOp } from './apply-op';
import { type Applied, type ConcurrentChange, PENDING_VERSION } from './outcome';
import { conflictRow, stampVersion } from './pending-row';

const aTask = (values: Partial<Row> = {}): Row => build<Entity>(task, { title: 'Pay rent', ...values });

/** The patch of one field, on a row that holds `current`. */
function patch(
  field: string,
  from: Json,
  to: Json,
  current: Json,
  others: ConcurrentChange[] = [],
  more = {},
) {
  const op = buildOp({ entity: 'task', changes: { [field]: change(from, to) }, ...more });
  expect(checkOp(op)).toBeNull();
  const result = applyOp(aTask({ [field]: current }), op, others, buildAuthor());
  if (result.kind === 'rejected') throw new Error(result.message);
  return { ...result, value: result.row[field] };
}

describe('a patch that nobody else met', () => {
  it('[MG1] current equals from: to is taken, the field is stamped, its history told', () => {
    const result = patch('dueOn', null, '2026-11-21', null);
    expect(result).toMatchObject({ kind: 'applied', value: '2026-11-21', conflicts: [], left: [] });
    expect(result.changed).toEqual([{ field: 'dueOn', from: null, to: '2026-11-21' }]);
    expect(result.row.stamps.dueOn).toEqual([PENDING_VERSION, 2000, uuidOf(0xd1)]);
    expect(result.row).toMatchObject({ version: PENDING_VERSION, updatedAt: 2000 });
  });

  it('[MG1] current equals to: nothing changes, and the row is the same object', () => {
    const row = aTask({ dueOn: '2026-11-21' });
    const op = buildOp({ entity: 'task', changes: { dueOn: change(null, '2026-11-21') } });
    const result = applyOp(row, op, [buildOther('dueOn', '2026-11-21')], buildAuthor()) as Applied;
    expect(result.kind).toBe('applied');
    expect(result.row).toBe(row);
  });

  it("[MG1] one's own later value gives way without a question", () => {
    expect(patch('dueOn', null, '2026-11-22', '2026-11-21')).toMatchObject({
      kind: 'applied',
      value: '2026-11-22',
    });
  });

  it('[MG1] [MG2] text is merged from `from` within one device too', () => {
    expect(patch('title', 'Pay rent', 'Pay the rent', 'Pay rent today')).toMatchObject({
      kind: 'applied',
      value: 'Pay the rent today',
    });
    expect(patch('title', 'Pay rent', 'Pay tax', 'Pay bills')).toMatchObject({
      kind: 'applied',
      value: 'Pay tax',
      conflicts: [],
    });
  });
});

describe('a patch that met somebody', () => {
  it('[MG2] apart: both, and the diary knows', () => {
    const result = patch('title', 'Pay rent', 'Pay the rent', 'Pay rent today', [
      buildOther('title', 'Pay rent today'),
    ]);
    expect(result).toMatchObject({ kind: 'merged', value: 'Pay the rent today' });
    expect(result.conflicts).toMatchObject([
      { state: 'auto', field: 'title', mine: 'Pay the rent', theirs: 'Pay rent today' },
    ]);
  });

  it.each([
    ['later', 2500, 'Pay bills'],
    ['earlier', 1500, 'Pay tax'],
  ])(
    '[MG2] the same words, theirs %s: the later stands, the other is kept and asked about',
    (_, time, value) => {
      const result = patch('title', 'Pay rent', 'Pay tax', 'Pay bills', [
        buildOther('title', 'Pay bills', { time }),
      ]);
      expect(result).toMatchObject({ kind: 'review', value });
      expect(result.conflicts).toMatchObject([
        {
          state: 'open',
          base: 'Pay rent',
          mine: 'Pay tax',
          theirs: 'Pay bills',
          result: value,
          forAccountId: uuidOf(0xc1),
        },
      ]);
    },
  );

  it('[MG2] two texts that are too long together: one stands, the author is asked', () => {
    const [mine, theirs] = ['m'.repeat(400), 't'.repeat(400)];
    const result = patch('title', 'x', `x ${mine}`, `${theirs} x`, [buildOther('title', `${theirs} x`)]);
    expect(result).toMatchObject({ kind: 'review', value: `x ${mine}` });
  });

  it.each([
    // mine, theirs, stands, kind
    ['done', 'in_progress', 'done', 'merged'],
    ['in_progress', 'done', 'done', 'merged'],
    ['done', 'done', 'done', 'applied'],
    ['done', 'blocked', 'blocked', 'review'],
    ['cancelled', 'done', 'done', 'review'],
    ['blocked', 'in_progress', 'in_progress', 'review'],
  ])('[MG3] status %s against %s: %s, %s', (mine, theirs, value, kind) => {
    expect(patch('status', 'todo', mine, theirs, [buildOther('status', theirs)])).toMatchObject({
      kind,
      value,
    });
  });

  it('[MG3] completedAt follows the status that stands, and nobody sends it', () => {
    expect(patch('status', 'todo', 'done', 'todo').row.completedAt).toBe(2000);
    expect(patch('status', 'done', 'todo', 'done').row.completedAt).toBeNull();
    expect(checkOp(buildOp({ entity: 'task', changes: { completedAt: change(null, 5) } }))).toMatchObject({
      code: 'invalid',
    });
  });

  it('[MG4] [H32] the higher of two concurrent priorities; who saw the other simply sets it', () => {
    expect(patch('priority', 2, 3, 4, [buildOther('priority', 4)])).toMatchObject({
      kind: 'merged',
      value: 4,
    });
    expect(patch('priority', 2, 4, 3, [buildOther('priority', 3)])).toMatchObject({ value: 4 });
    expect(patch('priority', 4, 1, 4)).toMatchObject({ kind: 'applied', value: 1 });
  });

  it("[MG4] against the other's value, not one's own earlier one", () => {
    // Own chain raised it to 4 and lowers it again; the other's concurrent value was 1.
    expect(patch('priority', 3, 2, 4, [buildOther('priority', 1)]).value).toBe(2);
  });

  it('[MG5] [H33] additions and removals of both sides', () => {
    const [a, b, c, d] = [uuidOf(1), uuidOf(2), uuidOf(3), uuidOf(4)];
    const others = [buildOther('labels', [b, d], { from: [a, b] })];
    expect(patch('labels', [a, b], [a, c], [b, d], others)).toMatchObject({ kind: 'merged', value: [c, d] });
  });

  it('[MG5] added there and removed here: stays', () => {
    const a = uuidOf(1);
    const others = [
      buildOther('labels', [], { from: [a] }),
      buildOther('labels', [a, uuidOf(2)], { from: [] }),
    ];
    expect(patch('labels', [a], [], [a, uuidOf(2)], others).value).toEqual([a, uuidOf(2)]);
  });

  it('[MG6] assignee: the later wins, and somebody is asked', () => {
    const [me, her] = [uuidOf(5), uuidOf(6)];
    expect(patch('assigneeId', null, me, her, [buildOther('assigneeId', her)])).toMatchObject({
      kind: 'review',
      value: me,
    });
    expect(patch('assigneeId', null, me, her, [buildOther('assigneeId', her, { time: 3000 })])).toMatchObject(
      { kind: 'review', value: her },
    );
  });

  it('[MG7] custom fields merge key by key', () => {
    const op = buildOp({ entity: 'task', changes: { 'custom.size': change(null, 'L') } });
    const row = aTask({ custom: { colour: 'red' } });
    expect(
      (applyOp(row, op, [buildOther('custom.colour', 'red')], buildAuthor()) as Applied).row.custom,
    ).toEqual({ colour: 'red', size: 'L' });
    const gone = buildOp({ entity: 'task', changes: { 'custom.colour': change('red', null) } });
    expect((applyOp(row, gone, [], buildAuthor()) as Applied).row.custom).toEqual({});
  });

  it('[MG8] everything else: the later; at equal times the greater device', () => {
    const later = buildOther('dueOn', '2026-12-01', { time: 2001 });
    expect(patch('dueOn', null, '2026-11-21', '2026-12-01', [later])).toMatchObject({
      kind: 'merged',
      value: '2026-12-01',
    });
    const tie = { time: 2000, deviceId: uuidOf(0xd0) };
    expect(
      patch('dueOn', null, '2026-11-21', '2026-12-01', [buildOther('dueOn', '2026-12-01', tie)]).value,
    ).toBe('2026-11-21');
  });

  it('[MG8] the diary speaks to whose value does not stand', () => {
    const lost = (time: number) =>
      patch('dueOn', null, '2026-11-21', '2026-12-01', [buildOther('dueOn', '2026-12-01', { time })])
        .conflicts[0];
    expect(lost(3000)?.forAccountId).toBe(uuidOf(0xc1));
    expect(lost(1000)?.forAccountId).toBe(uuidOf(0xc2));
  });

  it('[PU8] a guarded op changes only what nobody has changed, and names the rest', () => {
    const op = buildOp({
      entity: 'task',
      guard: true,
      changes: { title: change('Pay rent', 'Pay'), dueOn: change('2026-01-01', null) },
    });
    const result = applyOp(aTask({ dueOn: '2026-02-02' }), op, [], buildAuthor()) as Applied;
    expect(result.row).toMatchObject({ title: 'Pay', dueOn: '2026-02-02' });
    expect(result).toMatchObject({ kind: 'applied', left: ['dueOn'] });
  });
});

describe('deletion', () => {
  const remove = buildOp({ op: 'delete', entity: 'task' });
  const bringBack = buildOp({ op: 'restore', entity: 'task' });
  const deleted = aTask({
    deletedAt: 1500,
    stamps: { _: [1, 1000, uuidOf(0xd0)], deletedAt: [2, 1500, uuidOf(0xd2)] },
  });

  it('[MG9] [H35] an edit that comes after: the row stays deleted, the edit is kept whole', () => {
    const op = buildOp({
      entity: 'task',
      changes: { title: change('Pay rent', 'Pay tax'), priority: change(2, 4) },
    });
    const result = applyOp(deleted, op, [], buildAuthor()) as Applied;
    expect(result.row).toBe(deleted);
    expect(result.kind).toBe('review');
    expect(result.conflicts).toMatchObject([
      {
        state: 'open',
        field: 'deletedAt',
        mine: { title: 'Pay tax', priority: 4 },
        forAccountId: uuidOf(0xc1),
      },
    ]);
  });

  it('[MG9] an edit of other fields goes to the diary only', () => {
    const op = buildOp({ entity: 'task', changes: { priority: change(2, 4) } });
    expect(applyOp(deleted, op, [], buildAuthor())).toMatchObject({
      kind: 'merged',
      row: deleted,
      conflicts: [{ state: 'auto' }],
    });
  });

  it('[MG9] a deletion that comes after edits: one row for each editor', () => {
    const others = [
      buildOther('title', 'Pay tax', { from: 'Pay rent' }),
      buildOther('dueOn', '2026-11-21', { from: null, accountId: uuidOf(0xc3) }),
      buildOther('title', 'Pay tax now', { from: 'Pay tax' }),
    ];
    const result = applyOp(aTask({ title: 'Pay tax now' }), remove, others, buildAuthor()) as Applied;
    expect(result).toMatchObject({ kind: 'review', row: { deletedAt: 2000 } });
    expect(result.conflicts).toMatchObject([
      { forAccountId: uuidOf(0xc2), base: { title: 'Pay rent' }, mine: { title: 'Pay tax now' } },
      { forAccountId: uuidOf(0xc3), mine: { dueOn: '2026-11-21' } },
    ]);
    expect(new Set(result.conflicts.map((c) => c.id)).size).toBe(2);
  });

  it('[MG9] delete against delete: applied; restore against delete: the later wins', () => {
    expect(applyOp(deleted, remove, [buildOther('deletedAt', 1500)], buildAuthor())).toMatchObject({
      kind: 'applied',
      row: deleted,
    });
    expect(applyOp(deleted, bringBack, [buildOther('deletedAt', 1500)], buildAuthor())).toMatchObject({
      row: { deletedAt: null },
    });
    expect(
      applyOp(deleted, bringBack, [buildOther('deletedAt', 3000, { time: 3000 })], buildAuthor()),
    ).toMatchObject({ kind: 'merged', row: deleted });
    const restored = buildOther('deletedAt', null, { time: 3000 });
    expect(applyOp(aTask(), remove, [restored], buildAuthor())).toMatchObject({
      kind: 'merged',
      row: { deletedAt: null },
    });
  });

  it('[PU8] a guarded deletion leaves a row that somebody changed meanwhile', () => {
    const op = { ...remove, guard: true };
    expect(applyOp(aTask(), op, [buildOther('title', 'x')], buildAuthor())).toMatchObject({
      left: ['deletedAt'],
      row: { deletedAt: null },
    });
    expect(applyOp(aTask(), op, [], buildAuthor())).toMatchObject({ left: [], row: { deletedAt: 2000 } });
  });
});

describe('creation', () => {
  const create = (id: string) =>
    buildOp({
      op: 'create',
      entity: 'task',
      id,
      base: 0,
      changes: { title: change(null, 'Next'), position: change(null, 'a1') },
    });

  it('[MG13] an id that exists is refused', () => {
    expect(applyOp(aTask(), create(uuidOf(1)), [], buildAuthor())).toMatchObject({
      kind: 'rejected',
      code: 'reused',
    });
  });

  it('[MG12] [MG13] a derived id is one row: the later edit wins for each differing field, text too', () => {
    const id = nextTaskId(uuidOf(1));
    const row = aTask({
      id,
      title: 'Next one',
      stamps: { _: [1, 1000, uuidOf(0xd0)], position: [2, 9000, uuidOf(0xd0)] },
    });
    const result = applyOp(row, create(id), [], buildAuthor()) as Applied;
    expect(result).toMatchObject({ kind: 'applied', row: { title: 'Next', position: 'a0' } });
    expect(nextTaskId(uuidOf(1))).toBe(id);
  });

  it('[MG13] what only one of two creations gave a value has it, whichever came later', () => {
    const id = nextTaskId(uuidOf(1));
    const plain = create(id);
    const assigned = { ...plain, changes: { ...plain.changes, assigneeId: change(null, uuidOf(0xc2)) } };
    const later = aTask({ id, title: 'Next one', stamps: { _: [1, 9000, uuidOf(0xd0)] } });
    expect(applyOp(later, assigned, [], buildAuthor())).toMatchObject({
      row: { title: 'Next one', assigneeId: uuidOf(0xc2) },
    });
    const takenBack = aTask({ ...later, stamps: { ...later.stamps, assigneeId: [2, 9000, uuidOf(0xd0)] } });
    expect(applyOp(takenBack, assigned, [], buildAuthor())).toMatchObject({ row: { assigneeId: null } });
  });

  it('[MG13] a derived id that was deleted comes back for whoever had not seen that, and stays deleted for others', () => {
    const id = nextTaskId(uuidOf(1));
    const gone = aTask({ id, deletedAt: 5 });
    expect(applyOp(gone, create(id), [], buildAuthor())).toMatchObject({ kind: 'applied', row: gone });
    const unseen = [buildOther('deletedAt', 5)];
    expect(applyOp(gone, create(id), unseen, buildAuthor())).toMatchObject({
      kind: 'applied',
      row: { title: 'Next', deletedAt: null },
    });
    const tombstone = aTask({ id, deletedAt: 5, stamps: {} });
    expect(applyOp(tombstone, create(id), unseen, buildAuthor())).toMatchObject({ row: tombstone });
  });

  it('[MG14] an op on a row that is not there is typed', () => {
    expect(applyOp(null, buildOp({ entity: 'task' }), [], buildAuthor())).toMatchObject({
      code: 'not_found',
    });
    expect(applyOp(null, buildOp({ entity: 'wish' }), [], buildAuthor())).toMatchObject({ code: 'invalid' });
  });

  it('[PU4] versions are given last: the row and its new stamps', () => {
    const made = applyOp(null, create(uuidOf(9)), [], buildAuthor()) as Applied;
    expect(stampVersion(made.row, 7)).toMatchObject({
      version: 7,
      stamps: { _: [7, 2000, uuidOf(0xd1)] },
      createdBy: uuidOf(0xc1),
    });
  });
});

describe('conflict rows', () => {
  it('[MG10] settled by a guarded patch of state; the second of two is told', () => {
    const review = patch('title', 'Pay rent', 'Pay tax', 'Pay bills', [buildOther('title', 'Pay bills')]);
    const row = conflictRow(review.conflicts[0] as never, buildAuthor());
    const settle = buildOp({
      entity: 'conflict',
      id: row.id,
      guard: true,
      changes: { state: change('open', 'settled') },
    });
    expect(checkOp(settle)).toBeNull();
    const first = applyOp(row, settle, [], buildAuthor()) as Applied;
    expect(first).toMatchObject({ kind: 'applied', row: { state: 'settled' }, left: [] });
    expect(applyOp(first.row, settle, [], buildAuthor())).toMatchObject({ left: ['state'] });
    expect(checkOp(buildOp({ entity: 'conflict', changes: { mine: change('a', 'b') } }))).toMatchObject({
      code: 'invalid',
    });
  });
});

describe('every entity of the registry', () => {
  it('[MG9] keeps its row when project edits meet a deletion', () => {
    const gone = build(project, { deletedAt: 5, name: 'Home' });
    const op = buildOp({ entity: 'project', changes: { name: change('Home', 'House') } });
    expect(applyOp(gone, op, [], buildAuthor())).toMatchObject({ kind: 'merged', row: gone });
  });
});
