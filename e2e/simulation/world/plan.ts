/**
 * What a seed means: who is there, how bad the network is, and a schedule of what people do and what goes wrong.
 * A plan is plain data. It can be kept, and a shorter one made of it by leaving items out.
 */
import { createDice, type Dice } from './dice';
import { massPlan } from './mass-plan';

export interface Plan {
  readonly seed: number;
  readonly postgres: boolean;
  readonly devices: readonly DevicePlan[];
  readonly net: NetPlan;
  /** How long an access token lives. */
  readonly tokenMs: number;
  /** Local transactions take their time, so that a tab can die between two of them. */
  readonly slowDisk: boolean;
  readonly items: readonly Item[];
  /** So many deletes at once are a mass change here (PU9); the product's own number where it is absent. */
  readonly massRows?: number;
  /** Keep what happens, for people to read. */
  readonly trace?: boolean;
}

export interface DevicePlan {
  /** Which of the three people it belongs to. */
  readonly person: number;
  readonly tabs: number;
  /** How far its clock is off, in milliseconds. */
  readonly skew: number;
}

/** Probabilities for each request, and the longest ordinary way in milliseconds. */
export interface NetPlan {
  readonly lost: number;
  readonly answerLost: number;
  readonly twice: number;
  readonly slow: number;
  readonly html: number;
  readonly trouble: number;
  readonly newsLost: number;
  readonly way: number;
}

export const ACTS = [
  'add',
  'title',
  'describe',
  'status',
  'priority',
  'due',
  'labels',
  'assign',
  'move',
  'custom',
  'delete',
  'restore',
  'open',
  'save',
  'repeat',
  'comment',
  'step',
  'project',
  'undo',
  'settle',
  'retry',
  'discard',
  'rejectable',
  'stock',
  'sweep',
  'close',
  'decide',
] as const;
export type Act = (typeof ACTS)[number];

export const FAULTS = [
  'offline',
  'crash',
  'power',
  'liar',
  'two-places',
  'frozen',
  'background',
  'clone',
  'server-before',
  'server-after',
  'handler',
  'poison',
  'prune',
  'backup',
  'rollback',
  'revoke',
  'role',
  'clock',
  'old-build',
  'bad-row',
  'flip',
  'night',
  'behind',
  'no-cookies',
] as const;
export type Fault = (typeof FAULTS)[number];

/** At so many milliseconds after the start; `n` seeds its own draws. */
export interface Item {
  readonly at: number;
  readonly device: number;
  readonly what: Act | Fault;
  readonly n: number;
}

const DAY = 86_400_000;
const SKEWS = [0, 0, 0, 1, -1, 0.04, -0.04, 2, -2].map((days) => days * DAY);
/** How often each act is drawn; those about many rows at once are drawn in mass-plan.ts. */
const WEIGHTS: { readonly [act in Act]?: number } = {
  add: 8,
  title: 12,
  describe: 12,
  status: 8,
  priority: 9,
  due: 5,
  labels: 5,
  assign: 4,
  move: 4,
  custom: 4,
  delete: 4,
  restore: 2,
  open: 6,
  save: 7,
  repeat: 2,
  comment: 3,
  step: 3,
  project: 1,
  undo: 3,
  settle: 3,
  retry: 2,
  discard: 1,
  rejectable: 2,
};

export interface PlanOptions {
  readonly postgres?: boolean;
  /** How many acts; the ordinary number is drawn. */
  readonly acts?: number;
}

export function createPlan(seed: number, options: PlanOptions = {}): Plan {
  const dice = createDice('plan', seed);
  const calm = dice.chance(0.1);
  const rate = (most: number): number => (calm || dice.chance(0.5) ? 0 : dice.between(0, most));
  const acts = options.acts ?? 45 + dice.int(25);
  const length = acts * dice.between(2_000, 6_000);
  const mass = massPlan(seed, length, calm);
  return {
    seed,
    ...(mass ? { massRows: mass.rows } : {}),
    postgres: options.postgres ?? false,
    devices: devicesOf(dice, calm),
    net: {
      lost: rate(0.15),
      answerLost: rate(0.2),
      twice: rate(0.15),
      slow: rate(0.15),
      html: rate(0.1),
      trouble: rate(0.1),
      newsLost: rate(0.5),
      way: dice.pick([20, 80, 400, 1_500]),
    },
    tokenMs: dice.chance(0.3) ? 60_000 : 600_000,
    slowDisk: dice.chance(0.5),
    items: [...itemsOf(dice, acts, length, calm), ...(mass?.items ?? [])].sort((a, b) => a.at - b.at),
  };
}

function devicesOf(dice: Dice, calm: boolean): DevicePlan[] {
  return [0, 0, 1, 2].map((person) => ({
    person,
    tabs: dice.chance(0.4) ? 2 : 1,
    skew: calm ? 0 : dice.pick(SKEWS),
  }));
}

function itemsOf(dice: Dice, acts: number, length: number, calm: boolean): Item[] {
  const items: Item[] = [];
  const total = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);
  const act = (): Act => {
    let left = dice.int(total);
    for (const [name, weight] of Object.entries(WEIGHTS)) {
      left -= weight;
      if (left < 0) return name as Act;
    }
    return 'title';
  };
  const add = (at: number, what: Item['what'], device = dice.int(4)): void => {
    items.push({ at: Math.round(at), device, what, n: dice.int(1_000_000_000) });
  };
  for (let n = 0; n < acts; n += 1) {
    // Some tap several times in a row.
    const at = dice.next() * length;
    const device = dice.int(4);
    const taps = dice.chance(0.15) ? 1 + dice.int(4) : 1;
    for (let tap = 0; tap < taps; tap += 1) add(at + tap * dice.between(0, 900), act(), device);
  }
  if (!calm) {
    // A few kinds for each seed: what goes wrong together is drawn, too.
    const kinds = FAULTS.filter((kind) => dice.chance(kind === 'poison' ? 0.12 : 0.35));
    for (const kind of kinds) {
      const times = 1 + dice.int(3);
      for (let n = 0; n < times; n += 1) add(dice.next() * length, kind);
    }
    // A restore needs something to go back to.
    if (kinds.includes('rollback')) add(dice.next() * length * 0.5, 'backup');
  }
  return items;
}
