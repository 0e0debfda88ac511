/** A person's hand in one tab: what it writes goes through the product's only write path, and into the journal. */
import type { Json } from '@holdfast/shared/entities/fields';
import { newId } from '@holdfast/shared/sync/ids';
import type { WriteContext } from '../../../web/src/db/context';
import type { OpIntent } from '../../../web/src/db/intent';
import { mutate } from '../../../web/src/db/mutate';
import type { Saved, WriteResult } from '../../../web/src/db/write-result';
import type { Device } from './device';
import type { Journal, WordChange } from './journal';
import type { Tab } from './tab';
import type { Timeline } from './timeline';
import { created } from './typing';

export interface HandWorld {
  readonly time: Timeline;
  readonly journal: Journal;
  readonly saved: (device: Device, saved: Saved, guarded: boolean) => void;
  /** Refused already on the device. */
  readonly refusedHere: (code: string) => void;
  /** A write that can be taken back. */
  readonly undoable: (device: Device, saved: Saved, workspaceId: string) => void;
}

export interface Hand {
  readonly context: WriteContext;
  write(
    workspaceId: string,
    name: string,
    ops: readonly OpIntent[],
    texts?: readonly WordChange[],
  ): Promise<WriteResult>;
  create(workspaceId: string, entity: string, values: { readonly [field: string]: Json }): Promise<void>;
  /** What came of a write that was not made by `write`. */
  follow(
    workspaceId: string,
    writing: Promise<WriteResult>,
    texts: readonly WordChange[],
    guarded: boolean,
  ): Promise<WriteResult>;
}

export function createHand(world: HandWorld, { device, store }: Tab): Hand {
  const context: WriteContext = {
    ...device.entropy(),
    store,
    accountId: device.accountId,
    leavesAtOnce: (workspaceId) => device.leavesAtOnce(workspaceId),
    onWrite: (workspaceId, leaving) => device.tell({ kind: 'wrote', workspaceId }, leaving),
  };
  const hand: Hand = {
    context,
    write(workspaceId, name, ops, texts = []) {
      const guarded = ops.some((op) => 'guard' in op && op.guard === true);
      return hand.follow(workspaceId, mutate(context, { workspaceId, name, ops }), texts, guarded);
    },
    async create(workspaceId, entity, values) {
      const id = newId(device.entropy());
      const texts = created(entity, id, workspaceId, values);
      await hand.write(workspaceId, `${entity}.add`, [{ op: 'create', entity, id, values }], texts);
    },
    async follow(workspaceId, writing, texts, guarded) {
      // A tab that freezes in the midst hears of it long after it was done.
      const since = world.time.now();
      const result = await writing;
      if (result.kind === 'saved') {
        const { mutationId: id } = result;
        const { accountId } = device;
        world.journal.note({ id, device, accountId, workspaceId, since, at: world.time.now() }, texts);
        device.made(id);
        world.undoable(device, result, workspaceId);
        world.saved(device, result, guarded);
      } else if (result.kind === 'refused') world.refusedHere(result.code);
      return result;
    },
  };
  return hand;
}
