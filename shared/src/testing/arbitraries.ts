/** Random values, rows and ops for property tests, made from the registry: a new field is fuzzed by being there. */
import fc from 'fast-check';
import * as z from 'zod/mini';
import type { Entity } from '../entities/define-entity';
import type { Field, Json } from '../entities/fields';

const WORDS = ['milk', 'rent', 'Ana', '会', '議', 'ไทย', '👩‍👩‍👧', 'é', ' ', '\n', ', ', '.', 'a', 'b'];

export const someText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 12 })
  .map((words) => words.join(''));
export const someUuid: fc.Arbitrary<string> = fc.uuid({ version: 7 });

/** Values that the field's schema accepts. */
export function valueFor(field: Field): fc.Arbitrary<Json> {
  const candidates: fc.Arbitrary<Json>[] = [];
  if (field.sql === 'uuid') candidates.push(someUuid);
  if (field.sql === 'uuid[]')
    candidates.push(fc.uniqueArray(someUuid, { maxLength: 4 }).map((ids) => [...ids].sort()));
  if (field.sql === 'integer') candidates.push(fc.integer({ min: 0, max: 5 }));
  if (field.sql === 'bigint') candidates.push(fc.integer({ min: 0, max: 2_000_000_000 }));
  if (field.sql === 'date') candidates.push(fc.constantFrom('2026-02-28', '2028-02-29', '2026-12-31'));
  if (field.sql === 'jsonb') candidates.push(fc.constantFrom<Json>({}, { k: 1 }, 'x', 3));
  if (field.sql === 'text')
    candidates.push(
      someText,
      fc.constantFrom('1', '2', 'a0', 'a1', 'b', '09:30', '23:59', 'name'),
      fc.constantFrom(
        'todo',
        'in_progress',
        'blocked',
        'done',
        'cancelled',
        'due',
        'completion',
        'open',
        'settled',
        'member',
        'held',
      ),
    );
  if (field.nullable) candidates.push(fc.constant(null));
  return fc.oneof(...candidates).filter((value) => z.safeParse(field.schema, value).success);
}

/** `{field: value}` for every field of the entity that people may send. */
export function valuesFor(entity: Entity): fc.Arbitrary<Record<string, Json>> {
  return fc.record(
    Object.fromEntries(
      Object.entries(entity.fields)
        .filter(([, field]) => field.merge !== 'derived')
        .map(([name, field]) => [name, valueFor(field)]),
    ),
  );
}
