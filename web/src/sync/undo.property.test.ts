/** Any action over the registry, undone: with nothing between, the row is back; what somebody changed since stays. */
import { type Entity, fieldOf, type Row } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import { ENTITIES } from '@holdfast/shared/entities/index';
import { valueAt } from '@holdfast/shared/merge/row-values';
import { valueFor, valuesFor } from '@holdfast/shared/testing/arbitraries';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnDone } from '../db/done';
import type { OpIntent } from '../db/intent';
import { mutate } from '../db/mutate';
import { createMiniServer, type MiniServer } from '../testing/mini-server';
import { type TestContext, testContext } from '../testing/write-context';
import { freezeHead } from './freeze';
import { receive } from './receive';

const ID = uuidOf(1);
/** Another device, of somebody else. */
const ANA = uuidOf(9);
const entities = new Map(
  ENTITIES.filter((one) => one.lane === 'synced' && !['conflict', 'hold'].includes(one.name)).map(
    (one): [string, Entity] => [one.name, one],
  ),
);
const entityOf = (one: Case): Entity => entities.get(one.name) as Entity;
const editable = (entity: Entity) =>
  Object.entries(entity.fields).filter(([, { merge }]) => !['derived', 'fixed', 'keys'].includes(merge));

/** Where the change is when it is taken back. */
type Stage = 'waiting' | 'on its way' | 'with everyone';

interface Case {
  readonly name: string;
  /** The row before; null: the action makes it. */
  readonly before: { readonly [field: string]: Json } | null;
  readonly deleted: boolean;
  readonly change: { readonly [field: string]: Json } | 'delete';
  readonly stage: Stage;
  /** A field that somebody else sets meanwhile, where it is with everyone. */
  readonly theirs: readonly [field: string, to: Json];
}

const cases: fc.Arbitrary<Case> = fc.constantFrom(...entities.keys()).chain((name) => {
  const entity = entities.get(name) as Entity;
  const fields = editable(entity);
  return fc.record({
    name: fc.constant(name),
    before: fc.option(valuesFor(entity), { freq: 4 }),
    deleted: fc.boolean(),
    change: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record(Object.fromEntries(fields.map(([name, field]) => [name, valueFor(field)])), {
          requiredKeys: [],
        }),
      },
      { weight: 1, arbitrary: fc.constant('delete' as const) },
    ),
    stage: fc.constantFrom<Stage>('waiting', 'on its way', 'with everyone'),
    theirs: fc.constantFrom(...fields).chain(([name, field]) => fc.tuple(fc.constant(name), valueFor(field))),
  }) as fc.Arbitrary<Case>;
});

async function sync(ctx: TestContext, server: MiniServer): Promise<void> {
  const head = await freezeHead(ctx.store, WORKSPACE, 100, ctx);
  const mutations = head.entries.map((entry) => entry.mutation);
  await receive({
    store: ctx.store,
    accountId: ctx.accountId,
    workspaceId: WORKSPACE,
    sentFrom: { ...head.position, deviceId: head.device.id },
    response: structuredClone(server.push(head.device.id, head.position.cursor, mutations)),
    now: ctx.now(),
  });
}

const shown = (ctx: TestContext, entity: Entity) => ctx.look((tx) => tx.row(entity.name, WORKSPACE, ID));
/** What people see of a row. */
const values = (entity: Entity, row: Row | undefined) =>
  row && {
    ...Object.fromEntries(Object.keys(entity.fields).map((name) => [name, valueAt(row, name)])),
    // Derived: when it is completed again is another moment.
    completedAt: typeof row.completedAt === 'number',
    gone: row.deletedAt !== null,
  };

/** A world in which the action is done; null where the action says nothing. */
async function acted(one: Case) {
  const { before, deleted, change, stage } = one;
  const entity = entityOf(one);
  const [ctx, server] = [testContext(), createMiniServer()];
  if (before) {
    const row = build(entity, {
      ...before,
      ...('completedAt' in entity.fields ? { completedAt: before.status === 'done' ? 5 : null } : {}),
      id: ID,
    });
    server.put(entity.name, { ...row, deletedAt: deleted ? 5 : null, stamps: { _: [1, 1, ANA] } });
    await sync(ctx, server);
  }
  const seen = await shown(ctx, entity);
  const at = { entity: entity.name, id: ID, base: seen?.version ?? 0 } as const;
  const op: OpIntent = !seen
    ? { op: 'create', ...at, values: await newValues(entity, change) }
    : seen.deletedAt !== null
      ? { op: 'restore', ...at }
      : change === 'delete'
        ? { op: 'delete', ...at }
        : {
            op: 'patch',
            ...at,
            changes: Object.fromEntries(
              Object.entries(change).map(([field, to]) => [field, { from: valueAt(seen, field), to }]),
            ),
          };
  const result = await mutate(ctx, { workspaceId: WORKSPACE, name: 'row.change', ops: [op] });
  if (result.kind !== 'saved') return null;
  if (stage === 'with everyone') await sync(ctx, server);
  if (stage === 'on its way') await freezeHead(ctx.store, WORKSPACE, 100, ctx);
  return { ctx, server, seen, op, doneId: result.doneId };
}

/** A creation names what has no initial value; the rest comes from the change. */
async function newValues(entity: Entity, change: Case['change']): Promise<{ [field: string]: Json }> {
  const needed = Object.entries(entity.fields).flatMap(([name, field]) =>
    field.initial === undefined && field.merge !== 'derived'
      ? [[name, fc.sample(valueFor(field), { numRuns: 1, seed: 1 })[0] as Json] as const]
      : [],
  );
  return { ...Object.fromEntries(needed), ...(change === 'delete' ? {} : change) };
}

describe('undo', () => {
  it('[PU8] with nothing between gives the row back, waiting, on its way or with everyone; and forth again', () =>
    fc.assert(
      fc.asyncProperty(cases, async (one) => {
        const world = await acted(one);
        fc.pre(world !== null);
        const { ctx, server, seen, doneId } = world;
        const made = values(entityOf(one), await shown(ctx, entityOf(one)));
        expect(await turnDone(ctx, [doneId], 'undone')).toMatchObject({ changed: 1, left: [], refused: [] });
        const back = values(entityOf(one), await shown(ctx, entityOf(one)));
        if (seen) expect(back).toEqual(values(entityOf(one), seen));
        else expect(back).toMatchObject({ gone: true });
        await sync(ctx, server);
        expect(values(entityOf(one), await shown(ctx, entityOf(one)))).toEqual(back);
        expect(values(entityOf(one), server.row(ID))).toEqual(back);

        await turnDone(ctx, [doneId], 'stands');
        await sync(ctx, server);
        expect(values(entityOf(one), server.row(ID))).toEqual(made);
      }),
      { numRuns: 300 },
    ));

  it('[PU8] with somebody else’s edit between, that edit stays and is named, the rest goes back', () =>
    fc.assert(
      fc.asyncProperty(cases, async (one) => {
        const world = await acted({ ...one, stage: 'with everyone' });
        fc.pre(world !== null);
        const { ctx, server, seen, op, doneId } = world;
        const [field, to] = one.theirs;
        const standing = server.row(ID) as Row;
        fc.pre(
          standing.deletedAt === null && JSON.stringify(valueAt(standing, field)) !== JSON.stringify(to),
        );
        fc.pre(fieldOf(entityOf(one), field) !== undefined);
        const edit = { from: valueAt(standing, field), to };
        server.push(ANA, server.pull(ANA, null).cursor, [
          {
            id: uuidOf(0xee),
            seq: 1,
            schema: 1,
            at: ctx.now(),
            seen: null,
            name: 'row.change',
            group: null,
            ops: [
              {
                op: 'patch',
                entity: one.name,
                id: ID,
                base: standing.version,
                after: null,
                guard: false,
                changes: { [field]: edit },
              },
            ],
          },
        ]);
        const theirs = server.row(ID) as Row;
        await sync(ctx, server);
        const turned = await turnDone(ctx, [doneId], 'undone');
        await sync(ctx, server);
        const after = server.row(ID) as Row;
        expect(valueAt(after, field)).toEqual(valueAt(theirs, field));
        if (op.op === 'patch')
          for (const [name, mine] of Object.entries(op.changes)) {
            if (name === field) continue;
            expect(valueAt(after, name)).toEqual(valueAt(seen as Row, name) ?? mine.from);
          }
        else expect(after.deletedAt).toBeNull();
        const touched =
          op.op !== 'patch' ||
          (Object.hasOwn(op.changes, field) &&
            JSON.stringify(op.changes[field]?.from) !== JSON.stringify(op.changes[field]?.to));
        expect(turned).toMatchObject({
          left: touched ? [{ field: op.op === 'patch' ? field : 'deletedAt', byThisDevice: false }] : [],
        });
      }),
      { numRuns: 300 },
    ));
});
