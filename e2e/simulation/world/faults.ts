/** What goes wrong by itself, beside what the network draws for each request. */
import { STEAL_AFTER } from '../../../web/src/sync/leader';
import { runOnce } from '../../../web/src/sync/one-run';
import type { Device } from './device';
import { createDice, type Dice } from './dice';
import type { Fault } from './plan';
import type { World } from './world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export function strike(world: World, device: Device, fault: Fault, n: number): void {
  const dice = createDice('fault', world.seed, n);
  STRIKES[fault](world, device, dice);
}

type Strike = (world: World, device: Device, dice: Dice) => void;

const STRIKES: { readonly [fault in Fault]: Strike } = {
  offline(world, device, dice) {
    if (!device.isOnline) return;
    world.fault('offline');
    world.fleet.setOnline(device, false);
    world.later(dice.between(2_000, dice.chance(0.2) ? 20 * MINUTE : 90_000), () =>
      world.fleet.setOnline(device, true),
    );
  },

  crash(world, device, dice) {
    if (device.tabs.length === 0) return;
    world.fault('crash');
    device.crash(dice.pick(device.tabs));
    world.later(dice.between(100, 20_000), () => world.fleet.reopen(device));
  },

  power(world, device, dice) {
    world.fault('power');
    world.losePower(device, dice.int(6), 0);
    world.later(dice.between(1_000, 20_000), () => world.fleet.reopen(device));
  },

  liar(world, device, dice) {
    world.fault('power-strict');
    world.losePower(device, dice.int(6), 1 + dice.int(2));
    world.later(dice.between(1_000, 20_000), () => world.fleet.reopen(device));
  },

  'two-places'(world, device, dice) {
    if (world.fleet.isNight()) return;
    if (device.tabs.length < 2) device.open();
    const second = device.tabs.find((tab) => tab.engine === null);
    if (!second) return;
    world.fault('two-places');
    world.fleet.syncBeside(second);
    world.later(dice.between(5_000, 60_000), () => {
      if (!second.isDead) device.crash(second);
    });
  },

  /** The leader's tab freezes with what it had asked; another takes the lead, and the first wakes up beside it. */
  frozen(world, device, dice) {
    const first = device.leader();
    if (world.fleet.isNight() || !first) return;
    world.fault('frozen');
    first.freeze();
    world.later(STEAL_AFTER, () => {
      if (first.isDead || device.leader()) return;
      const second = device.tabs.find((tab) => !tab.isFrozen()) ?? device.open();
      world.fleet.syncBeside(second);
    });
    world.later(dice.between(5_000, 5 * MINUTE), () => {
      if (first.isDead) return;
      first.thaw();
      const isReplaced = device.tabs.some((tab) => tab !== first && tab.engine);
      if (isReplaced) world.later(dice.between(10, 3_000), () => first.isDead || device.crash(first));
    });
  },

  background(world, device) {
    const [tab] = device.tabs;
    if (!tab) return;
    world.fault('background');
    runOnce(tab.deps(), device.workspaces).catch((error: unknown) =>
      world.laws.broken('no-throw', String(error)),
    );
  },

  clone(world, device) {
    if (world.devices.length > 5) return;
    world.fault('clone');
    const copy = world.fleet.add(device.accountId, device.skew, device.workspaces);
    copy.restore(device.state);
    copy.wasCopied = true;
    device.wasCopied = true;
    for (const id of device.ids) copy.ids.add(id);
    world.deviceLaws.copied(device, copy);
    world.fleet.reopen(copy);
  },

  'server-before'(world, _device, dice) {
    world.server.crashInside(1 + dice.int(8));
  },

  'server-after'(world) {
    world.server.crashAfter();
  },

  handler(world, device, dice) {
    const rows = [...world.ledger.books(device.workspaces[0] ?? '').rows.values()].filter(
      (row) => 'dueOn' in row,
    );
    if (rows.length === 0) return;
    world.fault('handler');
    const { id } = dice.pick(rows);
    world.server.trip(id);
    world.later(dice.between(5_000, 3 * MINUTE), () => world.server.untrip(id));
  },

  poison(world, device, dice) {
    const rows = [...world.ledger.books(device.workspaces[0] ?? '').rows.values()].filter(
      (row) => 'dueOn' in row,
    );
    if (rows.length === 0) return;
    world.fault('poison');
    world.server.trip(dice.pick(rows).id);
  },

  prune(world, device) {
    const workspaceId = device.workspaces[0];
    if (workspaceId === undefined) return;
    world.operator.prune(workspaceId);
    world.fault('prune');
  },

  backup(world) {
    world.fault('backup');
    world.operator.backup();
  },

  rollback(world) {
    if (world.operator.restore()) world.fault('rollback');
  },

  revoke(world, device, dice) {
    const [workspaceId] = device.workspaces;
    if (workspaceId === undefined || device.accountId === world.accounts[0]) return;
    world.fault('revoke');
    world.setRole(workspaceId, device.accountId, null);
    if (dice.chance(0.5))
      world.later(dice.between(10_000, 3 * MINUTE), () =>
        world.setRole(workspaceId, device.accountId, 'member'),
      );
  },

  role(world, device, dice) {
    const [workspaceId] = device.workspaces;
    if (workspaceId === undefined || device.accountId === world.accounts[0]) return;
    if (world.roleOf(workspaceId, device.accountId) === null) return;
    world.fault('role');
    world.setRole(workspaceId, device.accountId, dice.pick(['viewer', 'member', 'admin']));
  },

  clock(world, device, dice) {
    world.fault('clock');
    device.clockJumped = true;
    device.skew += dice.between(-24, 24) * HOUR;
  },

  'old-build'(world, device, dice) {
    if (world.fleet.isOld(device.name)) return;
    world.fault('old-build');
    world.fleet.makeOld(device);
    world.later(dice.between(10_000, 90_000), () => world.fleet.makeNew(device));
  },

  'bad-row'(world, device) {
    world.fault('bad-row');
    device.spoil = true;
  },

  /** One row of the device is other than it should be: the digest finds it. */
  flip(world, device, dice) {
    const state = device.state;
    const keys = [...state.rows.keys()].filter((key) => key.includes('/task/') && !state.confirmed.has(key));
    if (keys.length === 0) return;
    const key = dice.pick(keys);
    const row = state.rows.get(key);
    if (!row || row.deletedAt !== null || row.version < 2) return;
    world.fault('flip');
    world.deviceLaws.excuse(device, key);
    device.flippedRows.add(row.id);
    const rows = new Map(state.rows);
    rows.set(key, Object.freeze({ ...row, version: row.version - 1 }));
    device.restore({ ...state, rows });
    world.flipped(device, row.workspaceId);
  },

  night(world, _device, dice) {
    if (world.fleet.isNight()) return;
    world.fault('night');
    world.night(dice.between(8 * HOUR, 60 * HOUR));
  },

  behind(world, _device, dice) {
    world.server.behind(dice.between(5_000, 60_000));
  },

  /** The browser forgets who is signed in; whoever sees it signs in again, some only when all is over. */
  'no-cookies'(world, device, dice) {
    world.fault('no-cookies');
    device.cookies = null;
    if (dice.chance(0.5)) world.later(dice.between(5_000, 10 * MINUTE), () => world.signIn(device));
  },
};
