/**
 * Every shape that a mutation had in the schemas that a device may still hold in its queue, as it was sent then and
 * stored here for ever (H14, CL13). Whoever raises SCHEMA adds the corpus of today's shapes before, and the lift after.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ENTITIES } from '@holdfast/shared/entities/index';
import type { Mutation } from '@holdfast/shared/sync/op';
import { SCHEMA } from '@holdfast/shared/sync/op';
import { uuidOf } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { SyncDevice } from '../testing/sync-device';
import { createMemoryStore } from './memory-store';

/** WR5: the server lifts the last three older ones. */
const OLDER = 3;
const kept = Array.from({ length: OLDER + 1 }, (_, n) => SCHEMA - n).filter((schema) => schema > 0);

const corpusOf = (schema: number): readonly Mutation[] =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `corpus/schema-${schema}.json`), 'utf8'));

/** What only the server makes, or is made of what was sent: no device ever sent its creation. */
const NOT_SENT = ['conflict', 'hold'];
const sent = ENTITIES.filter(({ lane, name }) => lane === 'synced' && !NOT_SENT.includes(name));

function world() {
  const store = createMemoryStore();
  store.found(uuidOf(0xa0), { [uuidOf(0xc1)]: 'owner' });
  let mark = 0;
  const deps = { store, now: () => 1_800_000_000_000, newMark: () => `m${mark++}`, changed: () => undefined };
  return new SyncDevice(deps, { account: uuidOf(0xc1), device: uuidOf(0xd1), workspace: uuidOf(0xa0) });
}

describe.each(kept)('[H14] [WR5] [CL13] what was queued under schema %i', (schema) => {
  const corpus = corpusOf(schema);

  it('replays whole, in one push or one by one: nothing is refused', async () => {
    const whole = await world().page(corpus);
    const device = world();
    const alone = [];
    for (const mutation of corpus) alone.push(...(await device.page([mutation])).results);
    for (const results of [whole.results, alone]) {
      expect(results).toHaveLength(corpus.length);
      expect(results.filter(({ outcome }) => outcome === 'rejected' || outcome === 'retry')).toEqual([]);
    }
  });

  // What came later than a schema is not in its corpus.
  it.runIf(schema === SCHEMA)('knows every op of every entity that people write, and every field', () => {
    const ops = corpus.flatMap((mutation) => mutation.ops);
    const known = new Set(
      ops.flatMap(({ op, entity, changes }) => [
        `${op} ${entity}`,
        ...Object.keys(changes).map((field) => `${entity}.${field.split('.')[0]}`),
      ]),
    );
    const wanted = sent.flatMap(({ name, fields }) => [
      ...['create', 'patch', 'delete', 'restore'].map((op) => `${op} ${name}`),
      ...Object.entries(fields).flatMap(([field, { merge }]) =>
        merge === 'derived' ? [] : `${name}.${field}`,
      ),
    ]);
    expect(wanted.filter((one) => !known.has(one))).toEqual([]);
    expect(corpus.every((mutation) => mutation.schema === schema)).toBe(true);
  });
});

it('[H14] [WR5] a schema of tomorrow is no reason to refuse: another server will know it', async () => {
  const [first] = corpusOf(SCHEMA);
  expect(await world().send([{ ...first, schema: SCHEMA + 1 }])).toEqual({ kind: 'behind' });
});
