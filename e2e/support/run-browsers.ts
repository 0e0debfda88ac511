/** `npm run test:browsers`: the browser tests in all three engines; on Debian what is missing is installed. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureChromium } from './chromium';
import { ensureFirefox } from './firefox';
import { root } from './repository-files';
import { ensureWebKit } from './webkit';

const missing = [
  ensureChromium(console.log) ? [] : ['Chromium (chromium)'],
  ensureFirefox(console.log) ? [] : ['Firefox (firefox-esr)'],
  ensureWebKit(console.log) ? [] : ['WebKitGTK (webkit2gtk-driver xvfb xauth)'],
].flat();
if (missing.length > 0) {
  console.log(`Not here, and not installable by us: ${missing.join(', ')}.`);
  process.exit(1);
}
const run = (program: string, args: readonly string[], cwd = root): number =>
  spawnSync(path.join(root, 'node_modules/.bin', program), args, { cwd, stdio: 'inherit' }).status ?? 1;

process.exitCode =
  run('turbo', ['run', 'build', '--output-logs=errors-only']) ||
  run('playwright', ['test', ...process.argv.slice(2)], path.join(root, 'e2e'));
