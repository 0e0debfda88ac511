/** All faults are over: everything must come to rest in step, and is judged then. */

import { heldOf, judgeTheEnd } from '../laws/end-laws';
import { positionOf } from '../laws/local-rows';
import type { Device } from './device';
import type { World } from './world';

/** What is not in step so long after all faults are over is stuck. */
const HEALS_WITHIN = 6 * 3_600_000;

export async function heal(world: World): Promise<void> {
  const { time, laws, devices } = world;
  world.endFaults();
  time.after(100, () => nudge(world, 'online'));
  for (let round = 1; round < 12; round += 1) time.after(round * 20 * 60_000, () => nudge(world, 'tap'));
  let looked = 0;
  const from = time.now();
  await time.run(from + HEALS_WITHIN, () => {
    if (laws.first() !== null) return true;
    if (time.now() - from < 60_000 || time.now() - looked < 5_000) return false;
    looked = time.now();
    // Who is in step puts the app away: what is looked at from then on is what does not come to rest.
    for (const device of devices) if (isInStep(world, device)) device.tell({ kind: 'hidden' });
    return devices.every((device) => isInStep(world, device));
  });
  const { ledger, journal, workspaceIds } = world;
  const isMember = (workspaceId: string, accountId: string) => world.roleOf(workspaceId, accountId) !== null;
  judgeTheEnd({ laws, ledger, journal, devices, workspaceIds, isMember });
}

/** What people do when something seems to hang: sign in, look, tap, have it compared. */
function nudge(world: World, kind: 'online' | 'tap'): void {
  for (const device of world.devices) {
    if (device.leader()?.engine?.state().session === 'out') {
      world.fault('signed-out');
      world.signIn(device);
    }
    world.fleet.askMe(device);
    device.tell({ kind });
    for (const workspaceId of device.workspaces) device.tell({ kind: 'compare', workspaceId });
  }
}

function isInStep(world: World, device: Device): boolean {
  const { state } = device;
  if (!world.deviceLaws.isWhole(device)) return false;
  return world.workspaceIds.every((id) => {
    const inIt = (key: string) => key.startsWith(id);
    // Whoever is signed out hears of it once they are in again.
    if (world.roleOf(id, device.accountId) === null) return heldOf(device, id) === undefined;
    const own = world.ledger.books(id);
    return (
      ![...state.outbox.values()].some((entry) => entry.workspaceId === id) &&
      positionOf(state, id)?.cursor === `${own.head}.${own.mark}` &&
      ![...state.confirmed.keys()].some(inIt)
    );
  });
}
