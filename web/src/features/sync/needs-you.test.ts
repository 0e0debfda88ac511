import type { Op } from '@holdfast/shared/sync/op';
import { buildOp, change, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { type RejectedEntry, rowKey } from '../../db/local-store';
import { groupRejected } from './needs-you';

const P = uuidOf(1);
const T = uuidOf(2);
const S = uuidOf(3);

const refused = (n: number, op: Op, entry: Partial<RejectedEntry> = {}): RejectedEntry => ({
  workspaceId: WORKSPACE,
  mutation: {
    id: uuidOf(0xe0 + n),
    seq: n,
    schema: 1,
    at: n,
    seen: null,
    name: `${op.entity}.add`,
    group: null,
    ops: [op],
  },
  rows: [rowKey(WORKSPACE, op.entity, op.id)],
  code: 'limit',
  rejectedAt: n,
  ...entry,
});
const create = (entity: string, id: string, field: string, words: string): Op =>
  buildOp({ op: 'create', entity, id, base: 0, changes: { [field]: change(null, words) } });

describe('what needs its author', () => {
  it('[CL5] [H11] what depended on a refused change is shown with it, as one, however deep', () => {
    const groups = groupRejected(
      [
        refused(1, create('project', P, 'name', 'Boat')),
        refused(2, create('task', T, 'title', 'Sand'), { code: 'parent_rejected', rowId: P }),
        refused(3, create('step', S, 'title', 'Buy paper'), { code: 'parent_rejected', rowId: T }),
        refused(4, create('task', uuidOf(9), 'title', 'Apart'), { code: 'forbidden' }),
      ],
      () => null,
    );
    expect(groups.map((group) => [group.code, group.copy, group.dependants])).toEqual([
      ['forbidden', 'Apart', 0],
      ['limit', 'Boat\n\nSand\n\nBuy paper', 2],
    ]);
    expect(groups[1]?.mutationIds).toEqual([1, 2, 3].map((n) => uuidOf(0xe0 + n)));
  });

  it('[CL5] what hangs on something that is not here any more stands by itself', () => {
    const orphan = refused(1, create('task', T, 'title', 'Sand'), { code: 'parent_rejected', rowId: P });
    expect(groupRejected([orphan], () => null)).toHaveLength(1);
  });

  it('every code has a reason in words', () => {
    const codes: RejectedEntry['code'][] = [
      'invalid',
      'forbidden',
      'not_found',
      'too_large',
      'limit',
      'upgrade',
      'reused',
      'quarantined',
    ];
    for (const code of codes) {
      const [group] = groupRejected([refused(1, create('task', T, 'title', 'Sand'), { code })], () => null);
      expect(group?.reason).toMatch(/\.$/);
    }
  });
});
