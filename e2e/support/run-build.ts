/** Builds app and server and says so in one line; what the bundlers have to say is shown only where they fail. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const began = performance.now();
process.stdout.write('Building Holdfast … ');
const build = spawnSync('npm', ['run', '-s', 'build'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
if (build.status === 0) {
  process.stdout.write(`done in ${((performance.now() - began) / 1000).toFixed(1)} s.\n`);
} else {
  process.stdout.write('it failed:\n');
  process.stderr.write(`${build.stdout ?? ''}${build.stderr ?? ''}${build.error?.message ?? ''}`);
  process.exitCode = build.status ?? 1;
}
