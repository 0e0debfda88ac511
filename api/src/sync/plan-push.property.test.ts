/** PU1: a batch is nothing but its mutations one after the other. */
import type { Entity, Row } from '@holdfast/shared/entities/define-entity';
import { ENTITIES } from '@holdfast/shared/entities/index';
import type { Op } from '@holdfast/shared/sync/op';
import { valuesFor } from '@holdfast/shared/testing/arbitraries';
import { buildOp, uuidOf } from '@holdfast/shared/testing/build';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRow } from '../testing/sync-device';
import { createMemoryStore } from './memory-store';
import { pull } from './pull';
import { push } from './push';

const WS = uuidOf(0xa0);
const [SAM, ANA] = [uuidOf(0xc1), uuidOf(0xc2)];
const synced = ENTITIES.filter(
  (entity) => entity.lane === 'synced' && entity.name !== 'conflict' && entity.name !== 'hold',
);
/** Few ids, so that mutations meet on one row and references hit. */
const aNumber = fc.constantFrom(1, 1, 1, 2, 2, 3, 4);
const idIn = (entity: string, n: number): string =>
  uuidOf(0x100 * (1 + synced.findIndex(({ name }) => name === entity)) + n);

/** References point at the few ids, whatever the registry's arbitraries made. */
function pointing(entity: Entity, values: Record<string, unknown>, n: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = entity.fields[name];
      if (field?.ofMember && value !== null) return [name, n % 2 === 0 ? SAM : ANA];
      if (!field?.references || value === null) return [name, value];
      const id = idIn(field.references, n);
      return [name, Array.isArray(value) ? (value.length > 0 ? [id] : []) : id];
    }),
  );
}

const anOp: fc.Arbitrary<Op> = fc.constantFrom(...synced).chain((entity) =>
  fc
    .record({
      op: fc.constantFrom('create', 'create', 'patch', 'patch', 'patch', 'delete', 'restore'),
      n: aNumber,
      other: aNumber,
      base: fc.integer({ min: 0, max: 14 }),
      guard: fc.boolean(),
      to: valuesFor(entity),
      from: valuesFor(entity),
      picked: fc.infiniteStream(fc.boolean()),
    })
    .map(({ op, n, other, base, guard, to, from, picked }): Op => {
      const values = pointing(entity, to, other);
      const fields = Object.entries(entity.fields).filter(([, field]) => field.merge !== 'derived');
      const sent = fields.filter(
        ([, field]) =>
          op === 'create' ||
          (op === 'patch' &&
            field.merge !== 'fixed' &&
            field.merge !== 'keys' &&
            picked.next().value === true),
      );
      const changes = Object.fromEntries(
        sent.map(([name]) => [name, { from: op === 'create' ? null : from[name], to: values[name] }]),
      );
      return buildOp({
        op: op as Op['op'],
        entity: entity.name,
        id: idIn(entity.name, n),
        base,
        guard,
        changes: changes as Op['changes'],
      });
    }),
);
const someMutations = fc.array(fc.array(anOp, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 8,
});

/** What references can hit from the start. */
const GROUND: Op[] = [1, 2].flatMap((n) => [
  createRow('project', idIn('project', n), { name: 'P', position: 'a0' }),
  createRow('section', idIn('section', n), { projectId: idIn('project', n), name: 'S', position: 'a0' }),
  createRow('label', idIn('label', n), { name: 'L' }),
  createRow('task', idIn('task', n), { title: 'T', position: 'a0' }),
  createRow('step', idIn('step', n), { taskId: idIn('task', n), title: 'One', position: 'a0' }),
  createRow('filter', idIn('filter', n), { name: 'F', query: 'q', position: 'a0' }),
]);

async function run(before: Op[][], batch: Op[][], together: boolean) {
  const store = createMemoryStore();
  store.found(WS, { [SAM]: 'owner', [ANA]: 'member' });
  let mark = 0;
  const deps = { store, now: () => 5000, newMark: () => `m${mark++}`, changed: () => undefined };
  const send = async (account: string, device: number, first: number, list: Op[][], at: number) => {
    const mutations = list.map((ops, n) => ({
      id: uuidOf(device * 0x1000 + first + n),
      seq: first + n,
      schema: 1,
      at,
      seen: null,
      name: 'test.op',
      group: null,
      ops,
    }));
    const answer = await push(
      deps,
      account,
      {
        protocol: 1,
        workspaceId: WS,
        deviceId: uuidOf(device),
        deviceName: '',
        cursor: null,
        sentAt: 5000,
        mutations,
      },
      5000,
    );
    if (answer.kind !== 'page') throw new Error(answer.kind);
    expect(answer.failure).toBeNull();
    return answer.page.results.map(({ version: _, ...result }) => result);
  };
  await send(ANA, 0xd2, 1, [GROUND, ...before], 2000);
  const results = together
    ? await send(SAM, 0xd1, 1, batch, 3000)
    : (
        await batch.reduce<Promise<unknown[][]>>(
          async (so, ops, n) => [...(await so), await send(SAM, 0xd1, n + 1, [ops], 3000)],
          Promise.resolve([]),
        )
      ).flat();
  const page = await pull(store, 0, {
    accountId: SAM,
    workspaceId: WS,
    deviceId: uuidOf(1),
    cursor: null,
    ack: 0,
    limit: 5000,
  });
  const rows =
    page.kind === 'page' ? page.page.changes.map(({ entity, row }) => `${entity} ${timeless(row)}`) : [];
  return { results, rows: rows.sort() };
}

/** A row changed several times in one batch gets one version: all else must be equal. */
function timeless({ version: _, stamps, ...row }: Row): string {
  const times = Object.entries(stamps).map(([field, [, time, device]]) => [field, time, device]);
  return JSON.stringify({ ...row, stamps: times.sort() });
}

it('[PU1] a batch does what its mutations do one by one, against whatever another device did before', async () => {
  let effects = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(someMutations, someMutations, async (before, batch) => {
      const [together, apart] = [await run(before, batch, true), await run(before, batch, false)];
      expect(together).toEqual(apart);
      const outcomes = together.results.map((result) => (result as { outcome: string }).outcome);
      refused += outcomes.filter((outcome) => outcome === 'rejected').length;
      effects += outcomes.filter((outcome) => outcome !== 'rejected').length;
    }),
    { numRuns: 60 },
  );
  // It did real work.
  expect(effects).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(20);
}, 60_000);
