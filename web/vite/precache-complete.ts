/**
 * Fails the build when the service worker's precache list lacks a file that start-up or a lazy
 * chunk needs. Workbox leaves files above its size limit out in silence; the app then opens
 * online and breaks offline.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterBuild } from './after-build.ts';

export const precacheComplete = () =>
  afterBuild('precache-complete', async (folder) => {
    const worker = join(folder, 'sw.js');
    if (!existsSync(worker)) throw new Error('The build has no service worker: dist/sw.js is missing.');
    const missing = missingFrom(await readFile(worker, 'utf8'), await shellFiles(folder));
    if (missing.length > 0) throw new Error(`Not in the precache list: ${missing.join(', ')}`);
  });

/** The files that the worker's text does not name as a precache entry. */
export function missingFrom(worker: string, files: readonly string[]): string[] {
  return files.filter((file) => !worker.includes(`"${file}"`));
}

async function shellFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, 'assets'), { recursive: true, withFileTypes: true });
  const assets = entries
    .filter((entry) => entry.isFile() && /\.(js|css|woff2|svg)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return ['index.html', ...assets];
}
