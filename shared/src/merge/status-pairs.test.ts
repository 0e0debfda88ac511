/** Two legal moves of one task's status, made without each other: every pair, in both orders of arrival (H34). */
import { describe, expect, it } from 'vitest';
import type { Row } from '../entities/define-entity';
import { STATUSES, type Status, task } from '../entities/task';
import { build, buildAuthor, buildOp, uuidOf } from '../testing/build';
import { applyOp } from './apply-op';
import { concurrentByStamps } from './concurrent';
import type { Applied, Author } from './outcome';
import { stampVersion } from './pending-row';

const ANA = buildAuthor({ time: 2000, deviceId: uuidOf(0xd1), accountId: uuidOf(0xc1) });
const SAM = buildAuthor({
  time: 3000,
  deviceId: uuidOf(0xd2),
  accountId: uuidOf(0xc2),
  mutationId: uuidOf(0xe2),
});

/** MG3, written out: which of the two stands where both lie on the way to done; null: the first to arrive, and a question. */
const WAY: readonly Status[] = ['todo', 'in_progress', 'done'];
const ahead = (one: Status, other: Status): Status | null =>
  WAY.includes(one) && WAY.includes(other) ? (WAY.indexOf(one) > WAY.indexOf(other) ? one : other) : null;

const pairs = STATUSES.flatMap((from) =>
  STATUSES.flatMap((ana) => STATUSES.map((sam) => ({ from, ana, sam }))),
).filter(({ from, ana, sam }) => ana !== from && sam !== from);

function move(row: Row, from: Status, to: Status, author: Author, version: number): Applied {
  const op = buildOp({ entity: 'task', base: 1, changes: { status: { from, to } } });
  const result = applyOp(row, op, concurrentByStamps(row, op, author.deviceId), author);
  if (result.kind === 'rejected') throw new Error(result.message);
  return { ...result, row: result.row === row ? row : stampVersion(result.row, version) };
}

describe('[H34] [MG3] two moves of one status that did not know each other', () => {
  it.each(pairs)('from $from: $ana and $sam', ({ from, ana, sam }) => {
    const row = build(task, {
      title: 'Pay rent',
      status: from,
      completedAt: from === 'done' ? 1000 : null,
    });
    const orders = [
      [
        { author: ANA, to: ana },
        { author: SAM, to: sam },
      ],
      [
        { author: SAM, to: sam },
        { author: ANA, to: ana },
      ],
    ] as const;
    for (const [first, second] of orders) {
      const alone = move(row, from, first.to, first.author, 2);
      expect(alone).toMatchObject({ kind: 'applied', conflicts: [], row: { status: first.to } });
      const both = move(alone.row, from, second.to, second.author, 3);

      const winner = first.to === second.to ? first.to : (ahead(first.to, second.to) ?? first.to);
      expect(both.row.status).toBe(winner);
      const { completedAt } = both.row;
      expect(winner === 'done' ? typeof completedAt : completedAt).toBe(winner === 'done' ? 'number' : null);

      if (first.to === second.to) expect(both).toMatchObject({ kind: 'applied', conflicts: [] });
      // Never a silent pick: both values are kept, and where neither lies ahead the second is asked.
      else {
        const isAsked = ahead(first.to, second.to) === null;
        expect(both.kind).toBe(isAsked ? 'review' : 'merged');
        expect(both.conflicts).toMatchObject([
          {
            field: 'status',
            mine: second.to,
            theirs: first.to,
            result: winner,
            state: isAsked ? 'open' : 'auto',
          },
        ]);
        if (isAsked) expect(both.conflicts[0]?.forAccountId).toBe(second.author.accountId);
      }
    }
  });
});
