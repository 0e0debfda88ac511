/** The course of a run: it begins, people and faults come as the plan has them, everything heals, and is reported. */
import { createDice } from './dice';
import { strike } from './faults';
import { heal } from './heal';
import { ACTS, type Act, type Fault, type Plan } from './plan';
import type { Report } from './report';
import type { Storage } from './storage';
import { World } from './world';

/** More requests of one device within ten seconds are a storm. */
const STORM = 120;

export async function runPlan(plan: Plan, storage: Storage): Promise<Report> {
  const world = new World(plan, storage);
  await begin(world, plan);
  await live(world, plan);
  if (!world.laws.first()) await heal(world);
  const { busiest, busiestOf } = world.network;
  if (busiest() > STORM)
    world.laws.broken('no-storm', `${busiestOf()}: ${busiest()} requests in ten seconds`);
  return world.report();
}

/** Two workspaces, three people, and the devices of the plan. */
async function begin(world: World, plan: Plan): Promise<void> {
  const [team, side] = world.workspaceIds;
  const [sam, ana, bo] = world.accounts as readonly [string, string, string];
  const dice = createDice('roles', plan.seed);
  await world.operator.found(team, {
    [sam]: 'owner',
    [ana]: dice.pick(['admin', 'member']),
    [bo]: dice.pick(['member', 'member', 'viewer']),
  });
  await world.operator.found(side, { [ana]: 'owner', [bo]: dice.pick(['admin', 'member']) });
  for (const { person, tabs, skew } of plan.devices) {
    const account = world.accounts[person] as string;
    const workspaces = world.workspaceIds.filter((id) => world.roleOf(id, account) !== null);
    const device = world.fleet.add(account, skew, workspaces);
    for (let n = 0; n < tabs; n += 1) world.fleet.open(device, n === 0);
  }
}

/** One item after the other; a night puts off what comes after it. */
async function live(world: World, { items }: Plan): Promise<void> {
  let over = items.length === 0;
  const drive = (index: number, before: number): void => {
    const item = items[index];
    if (item === undefined) {
      over = true;
      return;
    }
    world.time.after(item.at - before + world.takeNight(), () => {
      const device = world.devices[item.device % world.devices.length];
      if (device) {
        world.notes.note(device.name, item.what);
        if (isAct(item.what)) world.people.act(device, item.what, item.n);
        else strike(world, device, item.what, item.n);
      }
      drive(index + 1, item.at);
    });
  };
  drive(0, 0);
  await world.time.run(Number.POSITIVE_INFINITY, () => over || world.laws.first() !== null);
}

const isAct = (what: Act | Fault): what is Act => (ACTS as readonly string[]).includes(what);
