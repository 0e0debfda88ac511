/** What every ServerStore knows of people and their devices. */
import { uuidOf } from '@holdfast/shared/testing/build';
import { expect, it } from 'vitest';
import { ANA, SAM, type StoreGround } from './store-ground';

export function peopleContract(at: StoreGround): void {
  const { read, write } = at;

  it('[PU5] knows members, former ones and strangers', async () => {
    expect(await read((tx) => tx.membership())).toEqual({ kind: 'member', role: 'owner' });
    expect(await read((tx) => tx.membership(), ANA)).toEqual({ kind: 'member', role: 'viewer' });
    await at.world.remove(at.ws, ANA);
    expect(await read((tx) => tx.membership(), ANA)).toEqual({ kind: 'removed' });
    expect(await read((tx) => tx.membership(), uuidOf(0xcc))).toEqual({ kind: 'stranger' });
  });

  it('[MG14] who is or was a member may be named', async () => {
    await at.world.remove(at.ws, ANA);
    const found = await read((tx) => tx.membersAmong([ANA, uuidOf(0xcc), SAM]));
    expect(found.toSorted()).toEqual([SAM, ANA]);
  });

  it('devices keep their account and ack', async () => {
    const device = { id: uuidOf(0xd1), accountId: SAM, name: 'Phone', ack: 3, told: 2, seenAt: 9 };
    expect((await write((tx) => tx.open(device.id, [], []))).device).toBeNull();
    await write((tx) => tx.putDevice(device));
    await write((tx) => tx.putDevice({ ...device, ack: 4 }));
    expect((await write((tx) => tx.open(device.id, [], []))).device).toEqual({ ...device, ack: 4 });
    expect(await read((tx) => tx.device(device.id))).toEqual({ ...device, ack: 4 });
    expect(await read((tx) => tx.deviceNames([device.id, uuidOf(0xd2)]))).toEqual(
      new Map([[device.id, 'Phone']]),
    );
  });
}
