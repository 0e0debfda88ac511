/** The simulation's own parts: time, dice, plans, and that a planted fault is planted. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../support/repository-files';
import { ALL_FAULTS } from './planted/all-faults';
import { applyPatches, bundleWorld } from './run/bundle';
import { shrink } from './run/shrink';
import { createDice } from './world/dice';
import { createPlan } from './world/plan';
import type { Report } from './world/report';
import { createTimeline } from './world/timeline';

describe('simulation', () => {
  it('runs events by moment and then by order, each to its rest', async () => {
    const time = createTimeline(0);
    const said: string[] = [];
    time.after(20, () => said.push(`late ${time.now()}`));
    time.after(10, () => {
      said.push('first');
      void Promise.resolve().then(() => said.push('its rest'));
    });
    time.after(10, () => said.push('second'));
    time.after(15, () => said.push('never')).cancel();
    await time.run(100);
    expect(said).toEqual(['first', 'its rest', 'second', 'late 20']);
    expect([time.now(), time.count()]).toEqual([100, 3]);
  });

  it('draws the same from dice of the same name, and means the same by a seed', () => {
    const draw = (name: string) => Array.from({ length: 5 }, createDice('a', name).next);
    expect(draw('x')).toEqual(draw('x'));
    expect(draw('x')).not.toEqual(draw('y'));
    expect(createPlan(7)).toEqual(createPlan(7));
  });

  it('plants a fault exactly where it is said to be, or fails', () => {
    const patch = (find: string) => [{ file: 'x.ts', find, replace: 'no' }];
    expect(applyPatches('if (yes) go();', patch('yes'))).toBe('if (no) go();');
    expect(() => applyPatches('yes yes', patch('yes'))).toThrow('expected once');
    expect(() => applyPatches('if (y) go();', patch('yes'))).toThrow('found 0 times');
  });

  it.each(ALL_FAULTS)('[$hazard] $name still has its place in the sources', ({ patches }) => {
    for (const file of new Set(patches.map((patch) => patch.file))) {
      const source = readFileSync(path.join(root, file), 'utf8');
      const own = patches.filter((patch) => patch.file === file);
      expect(applyPatches(source, own)).not.toBe(source);
    }
  });

  it('a worker whose parent is gone ends, in the middle of a long plan too', async () => {
    const worker = spawn(process.execPath, [await bundleWorld(`test-${process.pid}`)], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    onTestFinished(() => {
      worker.kill();
    });
    const ended = once(worker, 'exit');
    worker.stdin.end(`${JSON.stringify({ seed: 7, plan: createPlan(7, { acts: 20_000 }) })}\n`);
    expect(await ended).toEqual([0, null]);
  });

  it('shrinks a plan to what breaks the law', async () => {
    const plan = createPlan(11);
    const needed = [plan.items[3], plan.items[20]];
    const run = async ({ items }: { items: typeof plan.items }) =>
      ({
        violation: needed.every((item) => item && items.includes(item)) ? { law: 'x', detail: '' } : null,
      }) as Report;
    const short = await shrink(plan, 'x', run);
    expect(short.items).toEqual(needed);
    expect(short.net.lost).toBe(0);
  });
});
