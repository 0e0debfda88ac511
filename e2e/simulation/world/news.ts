/** What the server tells without being asked: the stream's words, some of them lost. No row is among them (ST1). */
import type { Ledger } from '../laws/ledger';
import type { Device } from './device';
import type { Dice } from './dice';
import type { Membership } from './membership';
import type { Timeline } from './timeline';

export interface News {
  /** The stream is open again: the heads of all that is one's own. */
  hello(device: Device): void;
  /** A workspace has changed. */
  spread(workspaceId: string, version: number): void;
  /** From here on none is lost. */
  heal(): void;
}

export interface NewsOptions {
  readonly time: Timeline;
  readonly dice: Dice;
  readonly devices: readonly Device[];
  readonly ledger: Ledger;
  readonly roleOf: Membership['roleOf'];
  /** How likely a word is lost. */
  readonly lost: number;
  readonly fault: (kind: string) => void;
}

export function createNews({ time, dice, devices, ledger, roleOf, fault, ...options }: NewsOptions): News {
  let { lost } = options;
  return {
    hello(device) {
      time.after(dice.between(30, 400), () => {
        if (!device.isOnline) return;
        const heads: { [id: string]: number } = {};
        for (const id of device.workspaces)
          if (roleOf(id, device.accountId) !== null) heads[id] = ledger.books(id).head;
        device.tell({ kind: 'hello', heads });
      });
    },
    spread(workspaceId, version) {
      for (const device of devices) {
        if (roleOf(workspaceId, device.accountId) === null) continue;
        if (dice.chance(lost)) fault('news-lost');
        else
          time.after(dice.between(5, 200), () => {
            if (device.isOnline) device.tell({ kind: 'changed', workspaceId, version });
          });
      }
    },
    heal() {
      lost = 0;
    },
  };
}
