/** A real Redis of the tests' own: the machine's, or (as root on Debian) installed now; null where there is none. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createConnection } from 'node:net';
import { freePort } from './free-port';

export interface RedisServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** The same port again, after `stop`. */
  readonly start: () => Promise<void>;
}

const isThere = (command: string): boolean => {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

function findRedis(): string | null {
  const found = () => ['redis-server', 'valkey-server'].find(isThere) ?? null;
  const there = found();
  if (there || process.getuid?.() !== 0 || !isThere('apt-get')) return there;
  try {
    execFileSync('apt-get', ['install', '-y', '-q', 'redis-server'], { stdio: 'ignore', timeout: 120_000 });
  } catch {
    return null;
  }
  return found();
}

export async function startRedis(): Promise<RedisServer | null> {
  const command = findRedis();
  if (!command) {
    process.stderr.write('No redis-server here, and none could be installed: its tests are left out.\n');
    return null;
  }
  const port = await freePort();
  let child: ChildProcess;
  const start = async () => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    child = spawn(command, args, { stdio: 'ignore' });
    await untilItListens(port);
  };
  const stop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  };
  await start();
  return { url: `redis://127.0.0.1:${port}`, start, stop };
}

async function untilItListens(port: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    const up = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (up) return;
    if (tries > 100) throw new Error('Redis does not listen');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
