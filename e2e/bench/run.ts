/**
 * `npm run bench [-- name …]`: what a person feels, in real Chromium against the built app on real Postgres, beside
 * a bare baseline on the same machine. Medians; the machine is shared, so compare ratios.
 */
import os from 'node:os';
import { type Line, table } from './numbers';
import { acrossDevices } from './scenarios/across-devices';
import { coldStart } from './scenarios/cold-start';
import { firstSync } from './scenarios/first-sync';
import { localWrites } from './scenarios/local-writes';
import { openWorld, type Scenario } from './world';

const scenarios: Readonly<Record<string, Scenario>> = {
  'local-writes': localWrites,
  'cold-start': coldStart,
  'first-sync': firstSync,
  'across-devices': acrossDevices,
};

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in scenarios));
  if (unknown.length > 0) {
    console.error(`no scenario ${unknown.join(', ')}; there are ${Object.keys(scenarios).join(', ')}`);
    return 1;
  }
  const world = await openWorld((line) => process.stderr.write(`${line}\n`));
  const lines: Line[] = [];
  const broken: string[] = [];
  try {
    for (const [name, scenario] of Object.entries(scenarios)) {
      if (names.length > 0 && !names.includes(name)) continue;
      world.say(`${name} …`);
      // One scenario that breaks must not cost the numbers of the others.
      try {
        lines.push(...(await scenario(world)));
      } catch (error) {
        broken.push(name);
        console.error(`${name} broke:`, String(error).slice(0, 500));
      }
    }
  } finally {
    await world.close();
  }
  const cpu = os.cpus()[0]?.model ?? 'unknown';
  console.log(
    `${os.cpus().length} × ${cpu}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.version}`,
  );
  console.log(table(lines));
  return broken.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
