/** What people do with many tasks at once: fill a list, clear it away, and decide about what was held (PU9). */
import type { Hold } from '@holdfast/shared/entities/hold';
import { dropHold, releaseHold } from '../../../web/src/features/holds/actions';
import { isLive, type Moment } from './moment';
import type { Act } from './plan';
import { rowsOf } from './screen';

type MassAct = 'stock' | 'sweep' | 'close' | 'decide';

export const MASS: { readonly [act in Act & MassAct]: (moment: Moment) => Promise<void> } = {
  async stock({ hand, ws, rows, dice, word }) {
    const home = dice.chance(0.4) ? rows('project').find(isLive) : undefined;
    for (let left = 4 + dice.int(5); left > 0; left -= 1)
      await hand.create(ws, 'task', {
        title: `${word(ws)} ${word(ws)}`,
        position: `c${dice.int(1000)}`,
        projectId: home?.id ?? null,
      });
  },

  /** All in one, one after the other at once, or within a minute, so that they go out in several pushes. */
  async sweep({ device, hand, ws, rows, dice, pause }) {
    const share = dice.pick([0.6, 0.9, 1]);
    const swept = rows('task').filter((row) => isLive(row) && dice.chance(share));
    if (swept.length === 0) return;
    const entity = 'task';
    if (dice.chance(0.4)) {
      const ops = swept.map(({ id, version }) => ({ op: 'delete' as const, entity, id, base: version }));
      await hand.write(ws, 'task.delete', ops.slice(0, 50));
      return;
    }
    const between = dice.chance(0.4) ? 0 : dice.between(500, 6_000);
    for (const { id } of swept) {
      if (between > 0) await pause(dice.between(0, between));
      const shown = rowsOf(device, ws)(entity).find((row) => row.id === id);
      if (shown && isLive(shown))
        await hand.write(ws, 'task.delete', [{ op: 'delete', entity, id, base: shown.version }]);
    }
  },

  /** A project, and with it everything in it (MG9): that of most tasks. */
  async close({ hand, ws, rows }) {
    const inIt = (id: string) => rows('task').filter((row) => isLive(row) && row.projectId === id).length;
    const [largest] = rows('project')
      .filter(isLive)
      .toSorted((a, b) => inIt(b.id) - inIt(a.id));
    if (!largest) return;
    const { id, version: base } = largest;
    await hand.write(ws, 'project.delete', [{ op: 'delete', entity: 'project', id, base }]);
  },

  /** As the screen offers it: its author may drop it, who may release it decides; a few try what they may not. */
  async decide({ device, hand, dice, roleOf }) {
    const holds = device.workspaces.flatMap((id) =>
      rowsOf(device, id)('hold').filter((row) => row.state === 'held'),
    ) as unknown as readonly Hold[];
    if (holds.length === 0) return;
    const hold = dice.pick(holds);
    const role = roleOf(hold.workspaceId, device.accountId);
    const mayRelease = role === 'owner' || role === 'admin';
    const isMine = hold.accountId === device.accountId;
    if (!mayRelease && !isMine && !dice.chance(0.1)) return;
    const lets = dice.chance(mayRelease ? 0.7 : 0.3);
    await hand.follow(hold.workspaceId, (lets ? releaseHold : dropHold)(hand.context, hold), [], true);
  },
};
