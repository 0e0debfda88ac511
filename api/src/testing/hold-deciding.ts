/** Who decides a hold, once, and what releasing it does. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { buildOp, uuidOf } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import { ANA, BEN, decide, deletions, type HoldWorld, OWNER, outcomes, remove, taskId } from './hold-ground';
import { patchTask } from './sync-device';

export function holdDecidingContract(world: HoldWorld): void {
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
    expect((await ben.write(decide(hold, 'dropped', BEN))).results).toMatchObject([{ outcome: 'rejected' }]);
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

  it('[MG9] [PU9] nor is it lost where the deletion was made on a version of another history, above all of this one', async () => {
    const { ana, ben, owner, of } = await world();
    await ana.page(Array.from({ length: 60 }, (_, n) => ana.mutation([remove(n, { base: 10_000 })])));
    await ben.write(patchTask(taskId(1), 90, { title: { from: 'Pay rent', to: 'Pay Ben' } }));
    const [hold] = (await of('hold')) as [Row];
    await owner.write(decide(hold, 'released', OWNER));
    expect(await of('conflict')).toMatchObject([{ rowId: taskId(1), forAccountId: BEN, state: 'open' }]);
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
}
