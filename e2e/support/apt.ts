/** The system's package manager, where there is one and we may use it. */
import { spawnSync } from 'node:child_process';

/** Installs Debian packages; false where that did not work, with the reason on stderr. */
export function aptInstall(
  packages: readonly string[],
  say: (line: string) => void,
  withinMs = 300_000,
): boolean {
  const isRoot = process.getuid?.() === 0;
  const until = Date.now() + withinMs;
  const apt = (...args: string[]): boolean => {
    const [program = '', ...rest] = isRoot ? ['apt-get', ...args] : ['sudo', '-n', 'apt-get', ...args];
    say([program, ...rest].join(' '));
    const { status } = spawnSync(program, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: Math.max(1, until - Date.now()),
    });
    return status === 0;
  };
  apt('update', '-qq');
  return apt('install', '-y', '-qq', '-o', 'DPkg::Lock::Timeout=60', '--no-install-recommends', ...packages);
}
