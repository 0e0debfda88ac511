/**
 * `npm run planted-faults`: each bug is put into the sources as they are read, and seeds are run until one finds it. A
 * bug that a thousand seeds do not find is a law that is missing. A seed that breaks a law without the bug as well has
 * found nothing, and stops it all. `-- --only name`, `-- --most N`, `-- --processes N`.
 */
import { ALL_FAULTS } from '../planted/all-faults';
import type { PlantedFault } from '../planted/planted-fault';
import { bundleWorld } from './bundle';
import { createPool } from './pool';

const argv = process.argv.slice(2);
const argument = (name: string): string | undefined => argv[argv.indexOf(name) + 1];
const most = argv.includes('--most') ? Number(argument('--most')) : 1_000;
const processes = argv.includes('--processes') ? Number(argument('--processes')) : 2;
const only = argv.includes('--only') ? (argument('--only') ?? '').split(',') : null;

const faults = ALL_FAULTS.filter(({ name }) => only === null || only.includes(name));
const sound = createPool(await bundleWorld('planted-nothing'), 1);
let missed = 0;
for (const fault of faults) {
  const found = await hunt(fault);
  const without = found && (await sound.run({ seed: found.seeds })).violation;
  if (without) throw new Error(`seed ${found.seeds} breaks ${without.law} with nothing planted`);
  if (found === null) missed += 1;
  console.log(
    `${fault.name.padEnd(24)} ${fault.hazard.padEnd(4)} ${found === null ? `NOT FOUND in ${most} seeds` : `${String(found.seeds).padStart(4)} seeds  ${found.law}`}`,
  );
}
sound.close();
console.log(`${faults.length - missed} passed, ${missed} failed`);
process.exitCode = missed > 0 || faults.length === 0 ? 1 : 0;

/** How many seeds it took, counted in order of the seeds, whichever process came first. */
async function hunt(fault: PlantedFault): Promise<{ readonly seeds: number; readonly law: string } | null> {
  const pool = createPool(await bundleWorld(`planted-${fault.name}`, fault.patches), processes);
  const finds: { seeds: number; law: string }[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < most && finds.length === 0) {
      next += 1;
      const seed = next;
      const { violation } = await pool.run({ seed });
      if (violation) finds.push({ seeds: seed, law: violation.law });
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  pool.close();
  return finds.sort((a, b) => a.seeds - b.seeds)[0] ?? null;
}
