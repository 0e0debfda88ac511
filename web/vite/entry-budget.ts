/**
 * Fails the build when the JavaScript that the first page asks for outgrows its budget, in bytes of brotli as they
 * travel. Runs after everything is compressed.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterBuild } from './after-build.ts';
import { scriptsOf } from './scripts-of.ts';

/** 150 kB: LCP stays below 1.8 s on a slow phone. */
const BUDGET = 150_000;

export const entryBudget = () =>
  afterBuild('entry-budget', async (folder) => {
    const scripts = scriptsOf(await readFile(join(folder, 'index.html'), 'utf8'));
    const sizes = await Promise.all(
      scripts.map(async (script) => brotliCompressSync(await readFile(join(folder, script))).length),
    );
    const complaint = overBudget(scripts, sizes, BUDGET);
    if (complaint) throw new Error(complaint);
  });

export function overBudget(
  scripts: readonly string[],
  sizes: readonly number[],
  budget: number,
): string | null {
  if (scripts.length === 0) return 'index.html names no script';
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return total <= budget
    ? null
    : `The entry is ${total} bytes of brotli, ${total - budget} over its budget of ${budget}.`;
}
