/** Held deletes that their author undoes before anybody decided. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { buildOp } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import { decide, deletions, type HoldWorld, OWNER, outcomes, remove, taskId } from './hold-ground';

export function holdUndoingContract(world: HoldWorld): void {
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
      ana.mutation([buildOp({ op: 'restore', entity: 'task', id: taskId(45 + n), base: 90, after: one.id })]),
    );
    expect(outcomes(await ana.page([...sent, ...undone, ...back]))).toEqual(['applied']);
    expect(await standing()).toBe(45);
  });
}
