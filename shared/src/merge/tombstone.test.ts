import { describe, expect, it } from 'vitest';
import type { Entity, Row } from '../entities/define-entity';
import { ENTITIES } from '../entities/index';
import { task } from '../entities/task';
import { build, buildAuthor, buildOp, uuidOf } from '../testing/build';
import { applyOp } from './apply-op';
import { isTombstone, tombstoneOf } from './tombstone';

const synced = ENTITIES.filter(({ lane }) => lane === 'synced');
const gone = (entity: Entity): Row => {
  const words = Object.entries(entity.fields).filter(([, { sql, initial }]) => sql === 'text' && !initial);
  return build(entity, { deletedAt: 5, ...Object.fromEntries(words.map(([name]) => [name, 'Secret'])) });
};

describe('a tombstone', () => {
  it.each(synced.map((entity) => [entity.name, entity] as const))(
    '[PL3] of %s holds no word of anybody, and is known as one',
    (_name, entity) => {
      const tombstone = tombstoneOf(entity, gone(entity), 9);
      const { position: _, ...rest } = tombstone;
      expect(JSON.stringify(gone(entity))).toContain('Secret');
      expect(JSON.stringify(rest)).not.toContain('Secret');
      expect(isTombstone(gone(entity))).toBe(false);
      expect(isTombstone(tombstone)).toBe(true);
      expect(tombstone).toMatchObject({ id: uuidOf(1), version: 9, deletedAt: 5 });
    },
  );

  it('[MG9] does not come back: an empty task would be a lie; a late edit of it is still kept for its author', () => {
    const row = tombstoneOf(task, gone(task), 9);
    expect(applyOp(row, buildOp({ entity: 'task', op: 'restore' }), [], buildAuthor())).toMatchObject({
      kind: 'rejected',
      code: 'not_found',
    });
    const edit = buildOp({ entity: 'task', changes: { title: { from: 'a', to: 'b' } } });
    expect(applyOp(row, edit, [], buildAuthor())).toMatchObject({ kind: 'review', row });
  });
});
