/**
 * A shorter plan that breaks the same law: items are left out in ever smaller pieces, and what the network does is
 * switched off kind by kind, as long as the law still breaks (delta debugging).
 */
import type { Plan } from '../world/plan';
import type { Report } from '../world/report';

/** At most so many runs. */
const TRIES = 400;

export async function shrink(plan: Plan, law: string, run: (plan: Plan) => Promise<Report>): Promise<Plan> {
  let best = plan;
  let tries = 0;
  const breaks = async (candidate: Plan): Promise<boolean> => {
    tries += 1;
    return (await run(candidate)).violation?.law === law;
  };
  const attempt = async (candidate: Plan): Promise<boolean> => {
    if (tries >= TRIES || !(await breaks(candidate))) return false;
    best = candidate;
    return true;
  };

  for (const calmer of calmerThan(plan)) await attempt(calmer(best));
  for (let size = Math.ceil(best.items.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.items.length; ) {
      const items = [...best.items.slice(0, at), ...best.items.slice(at + size)];
      if (!(await attempt({ ...best, items }))) at += size;
    }
  }
  return best;
}

function calmerThan(plan: Plan): ((best: Plan) => Plan)[] {
  const rates = Object.keys(plan.net).filter((name) => name !== 'way') as (keyof Plan['net'])[];
  return [
    ...rates.map((name) => (best: Plan) => ({ ...best, net: { ...best.net, [name]: 0 } })),
    (best) => ({ ...best, slowDisk: false }),
    (best) => ({ ...best, tokenMs: 600_000 }),
    (best) => ({ ...best, devices: best.devices.map((device) => ({ ...device, skew: 0 })) }),
    (best) => ({ ...best, devices: best.devices.map((device) => ({ ...device, tabs: 1 })) }),
  ];
}

/** A plan as people read it. */
export const planInLines = (plan: Plan): string[] => [
  `devices: ${plan.devices.map(({ person, tabs, skew }) => `person ${person}, ${tabs} tabs, clock ${skew / 3_600_000} h`).join(' | ')}`,
  `network: ${JSON.stringify(plan.net)}${plan.slowDisk ? ', slow disk' : ''}, token ${plan.tokenMs / 1000} s`,
  ...plan.items.map(({ at, device, what }) => `${(at / 1000).toFixed(1)} s  device ${device + 1}  ${what}`),
];
