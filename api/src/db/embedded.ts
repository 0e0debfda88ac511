/**
 * The built-in Postgres: real binaries from npm, driven by pg_ctl. It outlives a crash of ours; the next start finds it
 * by its own postmaster.pid and goes on with it, so that no data folder ever has two servers.
 *
 * Postgres refuses to run as root. Then it runs as the user `postgres`, and where that user cannot reach the data
 * folder or the binaries, both go to /var/lib/holdfast.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import postgres from 'postgres';
import { findBinaries } from './find-binaries';
import { type RunAs, unprivilegedUser } from './unprivileged-user';

export interface Embedded {
  /** The owner's connection string to the product's database. */
  readonly url: string;
  /** Where its data lies. */
  readonly folder: string;
  /** Ends the server, unless another process of ours uses it too. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** Where the data lies; made where there is none. */
  readonly folder: string;
  readonly randomBytes: (length: number) => Uint8Array;
  /** A line for whoever started us. */
  readonly say: (line: string) => void;
}

const SHARED = '/var/lib/holdfast';
const DATABASE = 'holdfast';

export async function startEmbedded({ folder, randomBytes, say }: EmbeddedOptions): Promise<Embedded> {
  const place = await placeFor(path.resolve(folder), say);
  const { base, bin, runAs } = place;
  await mkdir(base, { recursive: true });
  const data = path.join(base, 'postgres');
  const password = await passwordIn(base, randomBytes);
  if (!existsSync(data)) await initialise(data, base, password, bin, runAs);

  await forgetStalePid(data);
  const running = await pgCtl(bin, ['status', '-D', data], runAs);
  const left = running.code === 0;
  if (!left) await start(data, base, bin, runAs);
  const owner = await claim(base);
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${portOf(data)}/${database}`;
  try {
    await createDatabase(url('postgres'));
  } catch (cause) {
    throw new Error('the built-in database does not answer', { cause });
  }
  if (left && owner) say('Found the built-in database still running, and go on with it.');
  return {
    url: url(DATABASE),
    folder: base,
    stop: async () => {
      if (!owner) return;
      await pgCtl(bin, ['stop', '-D', data, '-m', 'fast', '-w'], runAs);
      await rm(path.join(base, 'server.pid'), { force: true });
    },
  };
}

interface Place {
  readonly base: string;
  readonly bin: string;
  readonly runAs: RunAs | null;
}

async function placeFor(folder: string, say: (line: string) => void): Promise<Place> {
  const { native, version } = await findBinaries();
  const bin = path.join(native, 'bin');
  if (process.getuid?.() !== 0) return { base: folder, bin, runAs: null };
  const runAs = await unprivilegedUser();
  if (isReachable(folder) && isReachable(bin)) return { base: folder, bin, runAs };
  // Each data folder that was asked for keeps data of its own.
  const base = path.join(SHARED, createHash('sha256').update(folder).digest('hex').slice(0, 12));
  const copy = path.join(SHARED, `postgres-${version}`);
  await mkdir(SHARED, { recursive: true, mode: 0o755 });
  if (!existsSync(copy)) {
    await rm(`${copy}.new`, { recursive: true, force: true });
    await cp(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    await rename(`${copy}.new`, copy);
  }
  say(
    `Started as root, and the user ${runAs.name} cannot reach ${folder}: data and database binaries are in ${base} and ${copy}.`,
  );
  return { base, bin: path.join(copy, 'bin'), runAs };
}

/** Whether everybody may pass through each folder on the way that exists. */
function isReachable(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Its own superuser's password: nobody else on this machine gets in over the loopback address. */
async function passwordIn(base: string, randomBytes: (length: number) => Uint8Array): Promise<string> {
  const file = path.join(base, 'postgres.password');
  if (!existsSync(file)) await writeFile(file, Buffer.from(randomBytes(24)).toString('hex'), { mode: 0o600 });
  return (await readFile(file, 'utf8')).trim();
}

/** Made beside its place and moved there whole: a start that was cut off leaves no half a cluster. */
async function initialise(
  data: string,
  base: string,
  password: string,
  bin: string,
  runAs: RunAs | null,
): Promise<void> {
  const fresh = `${data}.new`;
  const passwordFile = path.join(base, 'initdb.password');
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs) await Promise.all([fresh, passwordFile].map((file) => chown(file, runAs.uid, runAs.gid)));
  const made = await run(
    path.join(bin, 'initdb'),
    [
      ...[
        '-D',
        fresh,
        '-U',
        'postgres',
        '-A',
        'scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
      ],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
    ],
    runAs,
  );
  await rm(passwordFile, { force: true });
  if (made.code !== 0) throw new Error(`initdb: ${made.output}`);
  await rename(fresh, data);
}

async function start(data: string, base: string, bin: string, runAs: RunAs | null): Promise<void> {
  const log = path.join(base, 'postgres.log');
  await writeFile(log, '');
  if (runAs) await chown(log, runAs.uid, runAs.gid);
  await chmod(log, 0o600);
  const options = `-p ${await freePort()} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
  const args = ['start', '-D', data, '-w', '-t', '120', '-l', log, '-o', options];
  const started = (await mayYield(runAs))
    ? await run('chrt', [...YIELDING, path.join(bin, 'pg_ctl'), ...args], runAs)
    : await pgCtl(bin, args, runAs);
  if (started.code !== 0) throw new Error(`the built-in database did not start, see ${log}`);
}

/**
 * Waking it up interrupts nobody. The database shares its processors with the server that asks it, and a scheduler that
 * hands over at every question keeps the server from asking on (decision 072).
 */
const YIELDING = ['--batch', '0'];

/** Not every machine has the program, or the right to it. */
const mayYield = async (runAs: RunAs | null): Promise<boolean> =>
  (await run('chrt', [...YIELDING, 'true'], runAs)).code === 0;

/** A pid that now belongs to another program is nobody's: after a restart of the machine numbers come again. */
async function forgetStalePid(data: string): Promise<void> {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file) || !existsSync('/proc/self/cmdline')) return;
  const pid = Number.parseInt(await readFile(file, 'utf8'), 10);
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (commandLine !== '' && !commandLine.includes('postgres')) await rm(file, { force: true });
}

/** Whether this process is the one that stops the database: another that is alive and uses it is not overruled. */
async function claim(base: string): Promise<boolean> {
  const file = path.join(base, 'server.pid');
  const other = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
  if (Number.isInteger(other) && other !== process.pid && isAlive(other)) return false;
  await writeFile(file, String(process.pid));
  return true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // no such process
  }
}

/** The fourth line of postmaster.pid. */
function portOf(data: string): number {
  return Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[3]);
}

async function createDatabase(admin: string): Promise<void> {
  const sql = postgres(admin, { max: 1, onnotice: () => undefined, connect_timeout: 30 });
  try {
    const there = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (there.length === 0) await sql.unsafe(`create database ${DATABASE}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

interface Ran {
  readonly code: number;
  readonly output: string;
}

const pgCtl = (bin: string, args: readonly string[], runAs: RunAs | null): Promise<Ran> =>
  run(path.join(bin, 'pg_ctl'), args, runAs);

function run(command: string, args: readonly string[], runAs: RunAs | null): Promise<Ran> {
  return new Promise((resolve) => {
    // From `/`: the user that it runs as need not be able to enter the folder that we were started in.
    const options = { cwd: '/', ...(runAs ? { uid: runAs.uid, gid: runAs.gid } : {}) };
    execFile(command, args, options, (error, stdout, stderr) =>
      resolve({
        code: error ? Number(error.code) || 1 : 0,
        output: `${stdout}${stderr}`.trim() || (error?.message ?? ''),
      }),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
