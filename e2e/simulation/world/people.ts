/** People at their devices: which tab they tap in, in which workspace, at which task. */
import type { Saved } from '../../../web/src/db/write-result';
import type { Laws } from '../laws/laws';
import { DO } from './acts';
import type { Device } from './device';
import { createDice, type Dice } from './dice';
import { createHand, type HandWorld } from './hand';
import type { Desk } from './moment';
import type { Act } from './plan';
import { rowsOf } from './screen';
import type { Tab } from './tab';

export interface PeopleWorld extends Omit<HandWorld, 'undoable'> {
  readonly laws: Laws;
  readonly seed: number;
  readonly accounts: readonly string[];
  /** 'o' or 'e': the letter of a workspace's words. */
  readonly letterOf: (workspaceId: string) => string;
  readonly roleOf: (workspaceId: string, accountId: string) => string | null;
}

export interface People {
  act(device: Device, act: Act, n: number): void;
  readonly acts: () => number;
}

export function createPeople(world: PeopleWorld): People {
  const desk: Desk = { editors: new Map(), undoable: new Map() };
  const undoable = (device: Device, saved: Saved, workspaceId: string): void => {
    desk.undoable.set(device, { saved, workspaceId });
  };
  let words = 0;
  let acts = 0;
  const word = (workspaceId: string): string => `${world.letterOf(workspaceId)}${++words}w`;

  async function perform(tab: Tab, act: Act, dice: Dice): Promise<void> {
    const { device } = tab;
    const [first] = device.workspaces;
    if (first === undefined) return;
    const ws = dice.chance(0.7) ? first : dice.pick(device.workspaces);
    const rows = rowsOf(device, ws);
    const tasks = rows('task').filter((row) => row.deletedAt === null);
    // Most people work on the same few tasks.
    const task = tasks.length === 0 ? null : dice.pick(dice.chance(0.7) ? tasks.slice(0, 4) : tasks);
    const hand = createHand({ ...world, undoable }, tab);
    const { accounts, journal } = world;
    const { roleOf } = world;
    const pause = (ms: number) => world.time.sleep(ms);
    await DO[act]({ device, dice, hand, ws, rows, task, accounts, journal, word, desk, roleOf, pause });
  }

  return {
    act(device, act, n) {
      const dice = createDice('act', world.seed, n);
      const tabs = device.tabs.filter((one) => !one.isFrozen());
      const [tab] = tabs.length === 0 ? [] : [dice.pick(tabs)];
      if (!tab) return;
      acts += 1;
      perform(tab, act, dice).catch((error: unknown) => {
        const detail = error instanceof Error ? (error.stack ?? error.message) : 'no error';
        world.laws.broken('a-write-never-throws', detail);
      });
    },
    acts: () => acts,
  };
}
