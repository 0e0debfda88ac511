/** The built app as a user runs it: a process of its own, on a port and a database of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../api/src/testing/free-port';

export type RunningApp = {
  readonly url: string;
  readonly port: number;
  /** Null: the built-in one. */
  readonly databaseUrl: string | null;
  /** What the process printed so far. */
  readonly log: () => string;
  /** SIGTERM, and the exit code; a process that does not drain within 10 s is killed and is an error. */
  readonly stop: () => Promise<number | null>;
  /** As a crash: no drain. */
  readonly kill: () => Promise<void>;
};

export type AppOptions = {
  /** Null: the built-in database, as whoever runs `npm start` has it. */
  readonly databaseUrl: string | null;
  /** The folder of the built-in database. */
  readonly data?: string;
  readonly port?: number;
  /** From its sources: tests that are not preceded by a build. */
  readonly source?: boolean;
  readonly env?: Readonly<Record<string, string>>;
};

const root = path.resolve(import.meta.dirname, '../..');
/** As `npm start` runs it, flags and all. */
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: { start: string };
};
const built = manifest.scripts.start.split('exec node ')[1]?.split(' ') ?? [];
const source = ['--import', 'tsx', path.join(root, 'api/src/main.ts')];

export async function startApp({
  databaseUrl,
  data,
  port: wanted,
  source: fromSource = false,
  env = {},
}: AppOptions): Promise<RunningApp> {
  const port = wanted ?? (await freePort());
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, fromSource ? source : built, {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
      ...(data === undefined ? {} : { HOLDFAST_DATA: data }),
      RATE_LIMITS: 'off',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const log = () => lines.join('');
  child.stdout.on('data', (data) => lines.push(String(data)));
  child.stderr.on('data', (data) => lines.push(String(data)));
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

  await untilReady(child, url, log);
  return {
    url,
    port,
    databaseUrl,
    log,
    stop: () => stop(child, exited, log),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function untilReady(child: ChildProcess, url: string, log: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the app ended with ${child.exitCode}:\n${log()}`);
    if (await answers(`${url}/readyz`)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`the app was not ready after 30 s:\n${log()}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false; // not listening yet
  }
}

async function stop(child: ChildProcess, exited: Promise<number | null>, log: () => string) {
  if (child.exitCode !== null) return child.exitCode;
  child.kill('SIGTERM');
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, 10_000);
  const code = await exited;
  clearTimeout(timer);
  if (late) throw new Error(`the app did not drain within 10 s:\n${log()}`);
  return code;
}
