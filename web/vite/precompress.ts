/**
 * Writes `.br` and `.gz` beside every file of the build that compresses, so that the server
 * sends them without work. Runs last, after the service worker has been written.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { afterBuild } from './after-build.ts';

const compressible = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt']);
/** Below this the headers cost more than compression saves. */
const smallest = 256;

export const precompress = () =>
  afterBuild('precompress', async (folder) => {
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const wanted = files.filter((file) => file.isFile() && compressible.has(extname(file.name)));
    await Promise.all(wanted.map((file) => compress(join(file.parentPath, file.name))));
  });

async function compress(path: string): Promise<void> {
  const source = await readFile(path);
  if (source.byteLength < smallest) return;
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(source, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: source.byteLength,
      },
    }),
    promisify(gzip)(source, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}
