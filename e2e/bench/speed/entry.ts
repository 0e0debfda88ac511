/** What the first page asks for before anybody presses anything, as it travels; the build asserts it as well. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { scriptsOf } from '../../../web/vite/scripts-of';
import type { Reading } from './lines';

const dist = path.resolve(import.meta.dirname, '../../../web/dist');

export async function entry(): Promise<readonly Reading[]> {
  const scripts = scriptsOf(await readFile(path.join(dist, 'index.html'), 'utf8'));
  const sizes = await Promise.all(
    scripts.map(async (script) => brotliCompressSync(await readFile(path.join(dist, script))).length),
  );
  return [{ name: 'entry', values: [sizes.reduce((sum, size) => sum + size, 0) / 1000] }];
}
