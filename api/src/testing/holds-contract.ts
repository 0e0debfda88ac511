/** The mass-change guard from a push to its release: run on the in-memory store and on Postgres. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Op } from '@holdfast/shared/sync/op';
import { buildOp, uuidOf } from '@holdfast/shared/testing/build';
import { beforeAll, describe, expect, it } from 'vitest';
import { pull } from '../sync/pull';
import type { GroupingStore } from '../sync/server-store';
import type { StoreUnderTest } from './store-ground';
import { createRow, createTask, patchTask, SyncDevice } from './sync-device';

let count = 0xb000;
const [OWNER, ANA, BEN, VIV] = [uuidOf(0xc1), uuidOf(0xc2), uuidOf(0xc3), uuidOf(0xc4)];
const taskId = (n: number) => uuidOf(0x100 + n);

const EVERYBODY = { [OWNER]: 'owner', [ANA]: 'member', [BEN]: 'member', [VIV]: 'viewer' };

async function worldOn(
  { store, found }: StoreUnderTest,
  tasks: number,
  members: { readonly [account: string]: string },
) {
  const WS = uuidOf(count++);
  await found(WS, members);
  let mark = 0;
  const clock = { now: 10_000_000 };
  /** Whose row throws where a change looks at it, as a bug of ours would. */
  const trips = { at: '' };
  const deps = {
    store: tripping(store, trips),
    now: () => clock.now,
    newMark: () => `m${mark++}`,
    changed: () => undefined,
  };
  const device = (account: string, n: number) => {
    const made = new SyncDevice(deps, { account, device: uuidOf(0xd0 + n), workspace: WS });
    made.clock = clock.now;
    return made;
  };
  const [owner, ana, ben] = [device(OWNER, 1), device(ANA, 2), device(BEN, 3)];
  for (let from = 0; from < tasks; from += 50)
    await owner.write(
      ...Array.from({ length: Math.min(50, tasks - from) }, (_, n) => createTask(taskId(from + n))),
    );
  const rows = async () => {
    const asked = {
      accountId: OWNER,
      workspaceId: WS,
      deviceId: uuidOf(0xdd),
      cursor: null,
      ack: 0,
      limit: 5000,
    };
    const answer = await pull(store, 0, asked);
    return answer.kind === 'page' ? answer.page.changes : [];
  };
  const of = async (entity: string): Promise<Row[]> =>
    (await rows()).flatMap((change) => (change.entity === entity ? [change.row] : []));
  return {
    store,
    clock,
    trips,
    device,
    owner,
    ana,
    ben,
    of,
    standing: async () => (await of('task')).filter((row) => row.deletedAt === null).length,
  };
}
function tripping(store: GroupingStore, trips: { readonly at: string }): GroupingStore {
  const poisoned = (row: Row): Row =>
    new Proxy(row, {
      get: (target, name) => {
        if (name === 'deletedAt') throw new Error('a bug of ours');
        return Reflect.get(target, name) as unknown;
      },
    });
  return {
    ...store,
    transaction: (scope, work) =>
      store.transaction(scope, (tx) =>
        work({
          ...tx,
          rows: async (...asked) =>
            (await tx.rows(...asked)).map((row) => (row.id === trips.at ? poisoned(row) : row)),
        }),
      ),
  };
}

const remove = (n: number, more: Partial<Op> = {}): Op =>
  buildOp({ op: 'delete', entity: 'task', id: taskId(n), base: 90, ...more });
const deletions = (device: SyncDevice, from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => device.mutation([remove(from + n)]));
const decide = (hold: Row, state: string, accountId: string): Op =>
  buildOp({
    entity: 'hold',
    id: hold.id,
    base: hold.version,
    guard: true,
    changes: { state: { from: 'held', to: state }, decidedBy: { from: null, to: accountId } },
  });
const outcomes = (page: { readonly results: readonly { readonly outcome: string }[] }) => [
  ...new Set(page.results.map(({ outcome }) => outcome)),
];

export function describeHolds(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`mass-change guard: ${name}`, () => {
    let at: StoreUnderTest;
    beforeAll(async () => {
      at = await create();
    });
    const world = (tasks = 90, members: { readonly [account: string]: string } = EVERYBODY) =>
      worldOn(at, tasks, members);

    it('[PU9] sixty of ninety tasks at once are held: acked, no effect, shown as one row', async () => {
      const { ana, of, standing } = await world();
      const page = await ana.page(deletions(ana, 0, 60));
      expect(outcomes(page)).toEqual(['held']);
      expect(page.ack).toBe(60);
      expect(await standing()).toBe(90);
      const holds = await of('hold');
      expect(holds).toMatchObject([{ state: 'held', accountId: ANA, count: 60, decidedBy: null }]);
      expect(holds[0]?.sample).toHaveLength(20);
      expect(page.results[0]).toMatchObject({ holdId: holds[0]?.id, version: holds[0]?.version });
    });

    it('[PU9] alone in the workspace nobody needs asking; a fifth of it is no third', async () => {
      const alone = await world(60, { [OWNER]: 'owner' });
      expect(outcomes(await alone.owner.page(deletions(alone.owner, 0, 60)))).toEqual(['applied']);
      const large = await world(300);
      expect(outcomes(await large.ana.page(deletions(large.ana, 0, 60)))).toEqual(['applied']);
    });

    it('[PU9] in several pushes: held from the one that crosses, in one hold, and what follows within the minute', async () => {
      const { ana, of, standing, clock } = await world();
      expect(outcomes(await ana.page(deletions(ana, 0, 30)))).toEqual(['applied']);
      ana.clock = clock.now += 20_000;
      expect(outcomes(await ana.page(deletions(ana, 30, 55)))).toEqual(['held']);
      ana.clock = clock.now += 20_000;
      expect(outcomes(await ana.page(deletions(ana, 55, 60)))).toEqual(['held']);
      expect(await standing()).toBe(60);
      expect(await of('hold')).toMatchObject([{ count: 30 }]);
      ana.clock = clock.now += 200_000;
      expect(outcomes(await ana.page(deletions(ana, 60, 61)))).toEqual(['applied']);
    });

    it('[PU9] the work of others, and the author’s other work, go on', async () => {
      const { ana, ben } = await world();
      const page = await ana.page([
        ...deletions(ana, 0, 60),
        ana.mutation([patchTask(taskId(70), 90, { title: { from: 'Pay rent', to: 'Pay' } })]),
      ]);
      expect(page.results.at(-1)?.outcome).toBe('applied');
      expect(outcomes(await ben.page(deletions(ben, 0, 3)))).toEqual(['applied']);
    });

    it('[PU9] [MG9] a project takes its tasks with it', async () => {
      const { owner, ana, of } = await world(20);
      const home = uuidOf(0x50);
      await owner.write(createRow('project', home, { name: 'Home', color: '1', position: 'a0' }));
      for (const from of [200, 230])
        await owner.write(
          ...Array.from({ length: 30 }, (_, n) => createTask(taskId(from + n), { projectId: home })),
        );
      const page = await ana.write(buildOp({ op: 'delete', entity: 'project', id: home, base: 99 }));
      expect(page.results).toMatchObject([{ outcome: 'held' }]);
      expect(await of('hold')).toMatchObject([{ count: 61 }]);
    });

    it('[PU2] [PU9] sent again, the answer is the same and nothing is held twice', async () => {
      const { ana, of } = await world();
      const sent = deletions(ana, 0, 60);
      const first = await ana.page(sent);
      const again = await ana.page(sent);
      expect(again.results).toEqual(first.results.map((result) => ({ ...result, duplicate: true })));
      expect(await of('hold')).toMatchObject([{ count: 60 }]);
    });

    it('[AC3] [PU9] an admin releases: the deletes take effect as their author’s; a member and the author may not', async () => {
      const { ana, ben, owner, of, standing } = await world();
      await ana.page(deletions(ana, 0, 60));
      const [hold] = (await of('hold')) as [Row];
      for (const [device, account] of [
        [ben, BEN],
        [ana, ANA],
      ] as const) {
        const page = await device.write(decide(hold, 'released', account));
        expect(page.results).toMatchObject([{ outcome: 'rejected', code: 'forbidden' }]);
      }
      expect((await ben.write(decide(hold, 'dropped', BEN))).results).toMatchObject([
        { outcome: 'rejected' },
      ]);
      expect(await standing()).toBe(90);
      const page = await owner.write(decide(hold, 'released', OWNER));
      expect(page.results).toMatchObject([{ outcome: 'applied' }]);
      expect(await standing()).toBe(30);
      expect(await of('hold')).toMatchObject([{ state: 'released', decidedBy: OWNER }]);
      const [gone] = (await of('task')).filter((row) => row.deletedAt !== null);
      expect(gone?.stamps.deletedAt?.[2]).toBe(uuidOf(0xd2));
    });

    it('[PU9] decided once: the second of two at once is left alone, in nobody else’s name, never reopened', async () => {
      const { ana, owner, of, standing } = await world();
      await ana.page(deletions(ana, 0, 60));
      const [hold] = (await of('hold')) as [Row];
      await owner.write(decide(hold, 'dropped', OWNER));
      const late = await owner.write(decide(hold, 'released', OWNER));
      expect(late.results).toMatchObject([{ outcome: 'applied', left: ['decidedBy', 'state'] }]);
      expect(await standing()).toBe(90);
      for (const op of [
        { ...decide(hold, 'released', ANA) },
        { ...decide(hold, 'released', OWNER), guard: false },
        { ...decide(hold, 'held', OWNER) },
        buildOp({ op: 'delete', entity: 'hold', id: hold.id }),
      ])
        expect((await owner.write(op)).results).toMatchObject([{ outcome: 'rejected', code: 'forbidden' }]);
      expect(await of('hold')).toMatchObject([{ state: 'dropped' }]);
    });

    it('[AC3] [PU9] its author drops it', async () => {
      const { ana, of, standing } = await world();
      await ana.page(deletions(ana, 0, 60));
      const [hold] = (await of('hold')) as [Row];
      expect(outcomes(await ana.write(decide(hold, 'dropped', ANA)))).toEqual(['applied']);
      expect(await standing()).toBe(90);
      expect(await of('hold')).toMatchObject([{ state: 'dropped', decidedBy: ANA }]);
    });

    it('[MG9] [PU9] released with today’s merge: an edit made meanwhile, the author’s own too, is kept whole for its editor', async () => {
      const { ana, ben, owner, of } = await world();
      await ana.page(deletions(ana, 0, 60));
      await ben.write(patchTask(taskId(1), 90, { title: { from: 'Pay rent', to: 'Pay Ben' } }));
      await ana.write(patchTask(taskId(2), 90, { title: { from: 'Pay rent', to: 'Pay Ana' } }));
      const [hold] = (await of('hold')) as [Row];
      await owner.write(decide(hold, 'released', OWNER));
      const questions = await of('conflict');
      expect(questions.map((row) => [row.forAccountId, row.state, row.field])).toEqual(
        expect.arrayContaining([
          [BEN, 'open', 'deletedAt'],
          [ANA, 'open', 'deletedAt'],
        ]),
      );
      expect(questions).toHaveLength(2);
    });

    it('[MG9] [PU9] an edit that comes in one push with the release is kept as one that came before it', async () => {
      const { ana, owner, of } = await world();
      await ana.page(deletions(ana, 0, 60));
      const [hold] = (await of('hold')) as [Row];
      await owner.page([
        owner.mutation([patchTask(taskId(1), 90, { title: { from: 'Pay rent', to: 'Pay Ana' } })]),
        owner.mutation([decide(hold, 'released', OWNER)]),
      ]);
      const questions = await of('conflict');
      expect(questions).toMatchObject([
        { rowId: taskId(1), forAccountId: OWNER, mine: { title: 'Pay Ana' }, state: 'open' },
      ]);
      expect(questions[0]?.devices).toMatchObject([{ name: 'Test' }, { name: 'Test' }]);
    });

    it('[PU9] undone before anybody decided: taken back from the hold; with nothing left it is dropped', async () => {
      const { ana, owner, of, standing } = await world();
      const sent = deletions(ana, 0, 60);
      await ana.page(sent);
      const back = (n: number) =>
        ana.mutation([
          buildOp({ op: 'restore', entity: 'task', id: taskId(n), base: 90, after: sent[n]?.id ?? null }),
        ]);
      expect(outcomes(await ana.page([back(3)]))).toEqual(['applied']);
      const [hold] = (await of('hold')) as [Row];
      expect(hold).toMatchObject({ count: 59, state: 'held' });
      await owner.write(decide(hold, 'released', OWNER));
      expect(await standing()).toBe(31);

      const other = await world();
      const all = deletions(other.ana, 0, 60);
      await other.ana.page(all);
      await other.ana.page(
        all.map((one, n) =>
          other.ana.mutation([
            buildOp({ op: 'restore', entity: 'task', id: taskId(n), base: 90, after: one.id }),
          ]),
        ),
      );
      expect(await other.of('hold')).toMatchObject([{ count: 0, state: 'dropped' }]);
    });

    it('[PU9] taken back and released in one push: what was taken back stands', async () => {
      const { owner, of, standing } = await world();
      const sent = deletions(owner, 0, 60);
      await owner.page(sent);
      const [hold] = (await of('hold')) as [Row];
      const back = buildOp({
        op: 'restore',
        entity: 'task',
        id: taskId(3),
        base: 90,
        after: sent[3]?.id ?? null,
      });
      await owner.page([owner.mutation([back]), owner.mutation([decide(hold, 'released', OWNER)])]);
      expect(await standing()).toBe(31);
      expect(await of('hold')).toMatchObject([{ state: 'released', count: 59 }]);
    });

    it('[PU9] deleted in the push that releases the hold, before it: goes with the rest; only what came between is new to it', async () => {
      const { owner, of, standing } = await world();
      await owner.page(deletions(owner, 0, 60));
      const [hold] = (await of('hold')) as [Row];
      const renamed = (n: number) =>
        owner.mutation([patchTask(taskId(n), 90, { title: { from: 'Pay rent', to: 'Pay Ana' } })]);
      const page = await owner.page([
        renamed(60),
        owner.mutation([remove(60)]),
        owner.mutation([remove(61)]),
        renamed(61),
        owner.mutation([decide(hold, 'released', OWNER)]),
      ]);
      expect(page.results.map(({ outcome }) => outcome)).toEqual([
        'applied',
        'held',
        'held',
        'applied',
        'applied',
      ]);
      expect(await standing()).toBe(28);
      expect(await of('hold')).toMatchObject([{ id: hold.id, state: 'released', count: 62 }]);
      expect(await of('conflict')).toMatchObject([{ rowId: taskId(61), mine: { title: 'Pay Ana' } }]);
    });

    it('[MG9] [PU9] an edit after the deletion is kept, also of a row that the same push had edited before it', async () => {
      const { ana, owner, of, standing } = await world();
      const edit = (field: string, from: string, to: string) =>
        ana.mutation([patchTask(taskId(3), 90, { [field]: { from, to } })]);
      await ana.page([
        edit('title', 'Pay rent', 'Pay Ben'),
        ...deletions(ana, 0, 60),
        edit('description', '', 'by Friday'),
      ]);
      const [hold] = (await of('hold')) as [Row];
      await owner.write(decide(hold, 'released', OWNER));
      expect(await standing()).toBe(30);
      expect(await of('conflict')).toMatchObject([
        { rowId: taskId(3), forAccountId: ANA, mine: { description: 'by Friday' } },
      ]);
    });

    it.each(['released', 'dropped'])(
      '[PU9] deleted in the push that had the hold %s: waits in one of its own',
      async (decision) => {
        const { owner, of, standing } = await world();
        await owner.page(deletions(owner, 0, 60));
        const [hold] = (await of('hold')) as [Row];
        await owner.page([owner.mutation([decide(hold, decision, OWNER)]), owner.mutation([remove(60)])]);
        const holds = await of('hold');
        expect(holds.map(({ state, count }) => [state, count]).toSorted()).toEqual(
          [
            ['held', 1],
            [decision, 60],
          ].toSorted(),
        );
        const stood = await standing();
        for (const open of holds.filter(({ state }) => state === 'held'))
          await owner.write(decide(open, 'released', OWNER));
        expect(await standing()).toBe(stood - 1);
      },
    );

    it('[PU9] taken back whole and deleted again in one push: what was deleted again waits', async () => {
      const { ana, owner, of, standing } = await world();
      const sent = deletions(ana, 0, 60);
      await ana.page(sent);
      const back = sent.map((one, n) =>
        ana.mutation([buildOp({ op: 'restore', entity: 'task', id: taskId(n), base: 90, after: one.id })]),
      );
      await ana.page([...back.slice(0, 60), ...deletions(ana, 0, 30)]);
      const open = (await of('hold')).filter(({ state }) => state === 'held');
      for (const one of open) await owner.write(decide(one, 'released', OWNER));
      expect(await standing()).toBe(60);
    });

    it('[PU6] [PU9] a handler that throws at one of the rows: nothing is released, and tried again it is', async () => {
      const { ana, owner, of, standing, trips } = await world();
      await ana.page(deletions(ana, 0, 60));
      const [hold] = (await of('hold')) as [Row];
      const release = owner.mutation([decide(hold, 'released', OWNER)]);
      trips.at = taskId(40);
      expect((await owner.page([release])).results).toMatchObject([{ outcome: 'retry' }]);
      expect(await standing()).toBe(90);
      expect(await of('hold')).toMatchObject([{ state: 'held', decidedBy: null }]);
      trips.at = '';
      expect((await owner.page([release])).results).toMatchObject([{ outcome: 'applied', duplicate: false }]);
      expect(await standing()).toBe(30);
    });

    it('[PU9] held and taken back in one push: released with the rest, it stands', async () => {
      const { ana, owner, of, standing } = await world();
      const many = ana.mutation(Array.from({ length: 50 }, (_, n) => remove(n)));
      const back = buildOp({ op: 'restore', entity: 'task', id: taskId(3), base: 90, after: many.id });
      await ana.page([many, ...deletions(ana, 50, 55), ana.mutation([back])]);
      const [hold] = (await of('hold')) as [Row];
      expect(hold).toMatchObject({ state: 'held', count: 5 });
      await owner.write(decide(hold, 'released', OWNER));
      expect(await standing()).toBe(85);
    });

    it('[PU9] undone within the same push, it is no mass change', async () => {
      const { ana, standing } = await world();
      const sent = deletions(ana, 0, 45);
      const undone = deletions(ana, 45, 55);
      const back = undone.map((one, n) =>
        ana.mutation([
          buildOp({ op: 'restore', entity: 'task', id: taskId(45 + n), base: 90, after: one.id }),
        ]),
      );
      expect(outcomes(await ana.page([...sent, ...undone, ...back]))).toEqual(['applied']);
      expect(await standing()).toBe(45);
    });
  });
}
