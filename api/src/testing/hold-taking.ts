/** What a hold takes in, and what it leaves alone. */
import { buildOp, uuidOf } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import { ANA, deletions, type HoldWorld, OWNER, outcomes, taskId } from './hold-ground';
import { createRow, createTask, patchTask } from './sync-device';

export function holdTakingContract(world: HoldWorld): void {
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

  it('[PU9] [MG9] a project that is deleted minutes after its tasks, in the same push, takes them too', async () => {
    const { owner, ana, of } = await world(0);
    const home = uuidOf(0x50);
    await owner.write(createRow('project', home, { name: 'Home', color: '1', position: 'a0' }));
    for (const from of [0, 30])
      await owner.write(
        ...Array.from({ length: 30 }, (_, n) => createTask(taskId(from + n), { projectId: home })),
      );
    const tasks = deletions(ana, 0, 60);
    ana.clock += 120_000;
    const project = ana.mutation([buildOp({ op: 'delete', entity: 'project', id: home, base: 99 })]);
    expect(outcomes(await ana.page([...tasks, project]))).toEqual(['held']);
    expect((await of('hold')).reduce((sum, { count }) => sum + Number(count), 0)).toBe(61);
    expect(await of('project')).toMatchObject([{ deletedAt: null }]);
  });

  it('[PU2] [PU9] sent again, the answer is the same and nothing is held twice', async () => {
    const { ana, of } = await world();
    const sent = deletions(ana, 0, 60);
    const first = await ana.page(sent);
    const again = await ana.page(sent);
    expect(again.results).toEqual(first.results.map((result) => ({ ...result, duplicate: true })));
    expect(await of('hold')).toMatchObject([{ count: 60 }]);
  });
}
