/**
 * `npm run bench [-- name …]`: `speed` (or one of its lines by name) is the speed table of the app; the others are what a
 * person feels of syncing, in real Chromium against the built app on real Postgres, beside
 * a bare baseline on the same machine; `load`: what the server bears. Medians; the machine is shared, so compare ratios.
 */
import os from 'node:os';
import { type Line, table } from './numbers';
import { acrossDevices } from './scenarios/across-devices';
import { backOnline } from './scenarios/back-online';
import { firstSync } from './scenarios/first-sync';
import { largeFirstSync } from './scenarios/large-first-sync';
import { localWrites } from './scenarios/local-writes';
import { pageQuality } from './scenarios/page-quality';
import { pushes } from './scenarios/pushes';
import { streams } from './scenarios/streams';
import { measureSpeed, speedNames } from './speed/run-speed';
import { openWorld, type Scenario } from './world';

const inBrowser: Readonly<Record<string, Scenario>> = {
  'local-writes': localWrites,
  'first-sync': firstSync,
  'large-first-sync': largeFirstSync,
  'across-devices': acrossDevices,
  'back-online': backOnline,
  'page-quality': pageQuality,
};
/** Each with a server of its own, and with nothing else running beside it. */
const load: Readonly<Record<string, () => Promise<readonly Line[]>>> = { pushes, streams };

const say = (line: string) => process.stderr.write(`${line}\n`);
const lines: Line[] = [];
const broken: string[] = [];
/** Has a table of its own: three columns a line. */
let speed = '';

async function main(names: readonly string[]): Promise<number> {
  const known = ['load', 'speed', ...speedNames, ...Object.keys(load), ...Object.keys(inBrowser)];
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
  const ofSpeed = speedNames.filter((name) => names.includes(name));
  if (wanted('speed') || ofSpeed.length > 0) await measureSpeedLines(ofSpeed);
  const cpu = os.cpus()[0]?.model ?? 'unknown';
  console.log(
    `${os.cpus().length} × ${cpu}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.version}`,
  );
  if (lines.length > 0) console.log(table(lines));
  if (speed !== '') console.log(`\n${speed}`);
  return broken.length > 0 ? 1 : 0;
}

async function measureSpeedLines(names: readonly string[]): Promise<void> {
  const { text, whole } = await measureSpeed(names, say);
  speed = text;
  if (!whole) broken.push('speed');
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
