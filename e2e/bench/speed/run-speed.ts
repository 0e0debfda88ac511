/**
 * `npm run bench -- speed [line …]`: the speed table of the app. Each line is one file beside this one; a device is
 * synced once for each size and serves all lines.
 */
import { localToday, newProfile, openEmptyWorld, PROJECTS } from '../world';
import { acts } from './acts';
import { coldStart } from './cold-start';
import { type Device, syncDevice } from './device';
import { entry } from './entry';
import { seedLife } from './life';
import type { Reading } from './lines';
import { memory } from './memory';
import { scrolling } from './scrolling';
import { type Column, type Measured, speedDetails, speedTable } from './speed-table';
import { indexing, typing } from './typing';
import { views } from './views';

type SpeedLine = (device: Device) => Promise<readonly Reading[]>;

/** In this order: what changes much comes late. */
const SPEED_LINES: Readonly<Record<string, SpeedLine>> = {
  views,
  'cold-start': coldStart,
  indexing,
  typing,
  scrolling,
  acts,
  memory,
  entry,
};
/** Once says it all. */
const ONCE: readonly string[] = ['memory', 'entry'];

const COLUMNS: readonly Column[] = [
  { tasks: 10_000, slower: 1 },
  { tasks: 10_000, slower: 4 },
  { tasks: 50_000, slower: 1 },
];

export const speedNames: readonly string[] = Object.keys(SPEED_LINES);

/** Names none: all. Answers what is to be printed, and whether everything could be measured. */
export async function measureSpeed(
  names: readonly string[],
  say: (line: string) => void,
): Promise<{ readonly text: string; readonly whole: boolean }> {
  const wanted = Object.entries(SPEED_LINES).filter(([name]) => names.length === 0 || names.includes(name));
  const measured: Measured[] = [];
  let whole = true;
  const world = await openEmptyWorld(say);
  try {
    const app = await world.startEmptyApp();
    for (const tasks of new Set(COLUMNS.map((column) => column.tasks))) {
      say(`seeding ${tasks.toLocaleString('en')} tasks …`);
      const life = await seedLife(app.url, `speed-${tasks}@example.test`, tasks, localToday(), PROJECTS);
      const device = await syncDevice(await newProfile(world.browser), app, life);
      for (const column of COLUMNS.filter((each) => each.tasks === tasks))
        for (const [name, measure] of wanted) {
          if (ONCE.includes(name) && column !== COLUMNS[0]) continue;
          say(`${name}, ${tasks.toLocaleString('en')}${column.slower === 1 ? '' : ` ÷ ${column.slower}`} …`);
          try {
            const readings = await measure(device.at(column.slower));
            measured.push(...readings.map((reading) => ({ ...reading, column })));
          } catch (error) {
            whole = false;
            say(`${name} broke: ${String(error).slice(0, 500)}`);
          }
        }
      await device.close();
    }
  } finally {
    await world.close();
  }
  return { text: `${speedDetails(measured)}\n\n${speedTable(measured)}`, whole };
}
