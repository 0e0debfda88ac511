/** Who this device is to the server: an id in its own database, made when it is first needed. */
import { type Entropy, newId } from '@holdfast/shared/sync/ids';
import type { LocalStore } from '../db/local-store';
import { type Device, readDevice, writeDevice } from '../db/meta';

export const deviceOf = async (store: LocalStore, entropy: Entropy): Promise<Device> =>
  (await store.transaction('read', readDevice, 'queue')) ?? makeDevice(store, entropy);

/** A device gets its id with its first write or its first exchange. */
export function makeDevice(store: LocalStore, entropy: Entropy): Promise<Device> {
  const fresh: Device = { id: newId(entropy), lastAt: 0 };
  return store.transaction(
    'strict',
    async (tx) => {
      const meanwhile = await readDevice(tx);
      if (!meanwhile) await writeDevice(tx, fresh);
      return meanwhile ?? fresh;
    },
    'queue',
  );
}
