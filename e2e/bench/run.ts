/**
 * `npm run bench [-- name …]`: what a person feels, in real Chromium against the built app on real Postgres, beside
 * a bare baseline on the same machine; `load`: what the server bears. Medians; the machine is shared, so compare ratios.
 */
import os from 'node:os';
import { type Line, table } from './numbers';
import { acrossDevices } from './scenarios/across-devices';
import { backOnline } from './scenarios/back-online';
import { coldStart } from './scenarios/cold-start';
import { firstSync } from './scenarios/first-sync';
import { largeFirstSync } from './scenarios/large-first-sync';
import { localWrites } from './scenarios/local-writes';
import { pageQuality } from './scenarios/page-quality';
import { pushes } from './scenarios/pushes';
import { search } from './scenarios/search';
import { streams } from './scenarios/streams';
import { openWorld, type Scenario } from './world';

const inBrowser: Readonly<Record<string, Scenario>> = {
  'local-writes': localWrites,
  'cold-start': coldStart,
  'first-sync': firstSync,
  'large-first-sync': largeFirstSync,
  'across-devices': acrossDevices,
  'back-online': backOnline,
  'page-quality': pageQuality,
  search,
};
/** Each with a server of its own, and with nothing else running beside it. */
const load: Readonly<Record<string, () => Promise<readonly Line[]>>> = { pushes, streams };

const say = (line: string) => process.stderr.write(`${line}\n`);
const lines: Line[] = [];
const broken: string[] = [];

async function main(names: readonly string[]): Promise<number> {
  const known = ['load', ...Object.keys(load), ...Object.keys(inBrowser)];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`no scenario ${unknown.join(', ')}; there are ${known.join(', ')}`);
    return 1;
  }
  const wanted = (name: string) => names.length === 0 || names.includes(name);
  for (const [name, scenario] of Object.entries(load))
    if (wanted(name) || wanted('load')) await measure(name, scenario);
  if (Object.keys(inBrowser).some(wanted)) {
    const world = await openWorld(say);
    try {
      for (const [name, scenario] of Object.entries(inBrowser))
        if (wanted(name)) await measure(name, () => scenario(world));
    } finally {
      await world.close();
    }
  }
  const cpu = os.cpus()[0]?.model ?? 'unknown';
  console.log(
    `${os.cpus().length} × ${cpu}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.version}`,
  );
  console.log(table(lines));
  return broken.length > 0 ? 1 : 0;
}

/** One scenario that breaks must not cost the numbers of the others. */
async function measure(name: string, scenario: () => Promise<readonly Line[]>): Promise<void> {
  say(`${name} …`);
  try {
    lines.push(...(await scenario()));
  } catch (error) {
    broken.push(name);
    console.error(`${name} broke:`, String(error).slice(0, 500));
  }
}

process.exitCode = await main(process.argv.slice(2));
