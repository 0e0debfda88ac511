/** Laws that hold for every entity of the registry. fast-check prints the seed of a failure. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity, Row } from '../entities/define-entity';
import type { Json } from '../entities/fields';
import { ENTITIES } from '../entities/index';
import { type Changes, checkOp, type Op } from '../sync/op';
import { valuesFor } from '../testing/arbitraries';
import { buildAuthor, buildOp, uuidOf } from '../testing/build';
import { applyOp } from './apply-op';
import { concurrentByStamps } from './concurrent';
import type { Applied, Author } from './outcome';
import { stampVersion } from './pending-row';

const SYNCED = ENTITIES.filter((entity) => entity.lane === 'synced');
const laterAuthor = buildAuthor({
  time: 5000,
  deviceId: uuidOf(0xd9),
  accountId: uuidOf(0xc9),
  mutationId: uuidOf(0xe9),
});

const apply = (row: Row | null, op: Op, author: Author = buildAuthor()): Applied => {
  const result = applyOp(row, op, row ? concurrentByStamps(row, op, author.deviceId) : [], author);
  if (result.kind === 'rejected') throw new Error(`${result.code} ${result.message}`);
  return result;
};

const creation = (entity: Entity, values: Record<string, Json>): Op =>
  buildOp({
    op: 'create',
    entity: entity.name,
    base: 0,
    changes: Object.fromEntries(Object.entries(values).map(([k, to]) => [k, { from: null, to }])),
  });

/** A patch from what the row shows to the values given, `custom` key by key; fixed fields stay. */
function patchTo(entity: Entity, row: Row, values: Record<string, Json>): Op {
  const changes: Record<string, Changes[string]> = {};
  for (const [name, to] of Object.entries(values)) {
    if (['fixed', 'keys'].includes(entity.fields[name]?.merge ?? '')) continue;
    changes[name] = { from: row[name] as Json, to };
  }
  return buildOp({ entity: entity.name, base: row.version, changes });
}

const story = fc.constantFrom(...SYNCED).chain((entity) =>
  fc.record({
    entity: fc.constant(entity),
    first: valuesFor(entity),
    mine: valuesFor(entity),
    theirs: valuesFor(entity),
    split: fc.nat(0xffff),
  }),
);
const made = (entity: Entity, first: Record<string, Json>): Row =>
  stampVersion(apply(null, creation(entity, first)).row, 1);

describe('applyOp over the whole registry', () => {
  it('[MG1] what a person sets alone is what stands', () => {
    fc.assert(
      fc.property(story, ({ entity, first, mine }) => {
        const row = made(entity, first);
        const op = patchTo(entity, row, mine);
        expect(checkOp(op)).toBeNull();
        const result = apply(row, op);
        expect(result).toMatchObject({ kind: 'applied', conflicts: [], left: [] });
        for (const [name, change] of Object.entries(op.changes)) expect(result.row[name]).toEqual(change.to);
      }),
    );
  });

  it('[MG1] [H37] idempotent: the same patch again changes nothing and asks nothing', () => {
    fc.assert(
      fc.property(story, ({ entity, first, mine }) => {
        const row = made(entity, first);
        const op = patchTo(entity, row, mine);
        const once = stampVersion(apply(row, op).row, 2);
        const twice = apply(once, op, laterAuthor);
        expect(twice).toMatchObject({ kind: 'applied', changed: [], conflicts: [] });
        expect(twice.row).toBe(once);
      }),
    );
  });

  it('[MG8] [H36] edits of different fields: the order does not matter, both survive', () => {
    fc.assert(
      fc.property(story, ({ entity, first, mine, theirs, split }) => {
        const row = made(entity, first);
        const names = Object.keys(entity.fields);
        const part = (values: Record<string, Json>, side: 0 | 1) =>
          Object.fromEntries(
            Object.entries(values).filter(([name]) => ((split >> names.indexOf(name)) & 1) === side),
          );
        const [a, b] = [patchTo(entity, row, part(mine, 0)), patchTo(entity, row, part(theirs, 1))];
        const ab = apply(stampVersion(apply(row, a).row, 2), b, laterAuthor).row;
        const ba = apply(stampVersion(apply(row, b, laterAuthor).row, 2), a).row;
        for (const name of names) expect(ab[name]).toEqual(ba[name]);
        for (const [name, change] of Object.entries({ ...a.changes, ...b.changes }))
          expect(ab[name]).toEqual(change.to);
      }),
    );
  });

  it('[MG10] nothing disappears silently: a value that does not stand is in a conflict row', () => {
    fc.assert(
      fc.property(story, ({ entity, first, mine, theirs }) => {
        const row = made(entity, first);
        const after = stampVersion(apply(row, patchTo(entity, row, theirs), laterAuthor).row, 2);
        const op = patchTo(entity, row, mine);
        const result = apply(after, op);
        for (const [name, change] of Object.entries(op.changes)) {
          if (JSON.stringify(result.row[name]) === JSON.stringify(change.to)) continue;
          if (JSON.stringify(change.from) === JSON.stringify(change.to)) continue;
          expect(result.conflicts.map((draft) => draft.field)).toContain(name);
        }
      }),
    );
  });

  it('[MG9] deleted and restored, a row is what it was', () => {
    fc.assert(
      fc.property(story, ({ entity, first }) => {
        const row = made(entity, first);
        const gone = stampVersion(apply(row, buildOp({ op: 'delete', entity: entity.name })).row, 2);
        expect(gone.deletedAt).toBe(2000);
        const back = apply(gone, buildOp({ op: 'restore', entity: entity.name, base: 2 })).row;
        for (const name of [...Object.keys(entity.fields), 'deletedAt'])
          expect(back[name]).toEqual(row[name]);
      }),
    );
  });
});
