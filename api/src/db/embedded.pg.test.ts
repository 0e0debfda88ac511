import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { type Embedded, startEmbedded } from './embedded';

/** One cluster for the tests that do not need a fresh one: making it is what takes time. */
const folder = newFolder();
let running: Embedded[];
let said: string[];
beforeEach(() => {
  [running, said] = [[], []];
});
afterEach(async () => {
  for (const one of running) await one.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function newFolder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'holdfast-embedded-'));
  chmodSync(made, 0o755);
  return made;
}

async function start(at = folder): Promise<Embedded> {
  const started = await startEmbedded({ folder: at, randomBytes, say: (line) => said.push(line) });
  running.push(started);
  return started;
}

async function query(url: string, statement: string): Promise<readonly unknown[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
}

test('what was written is there after a stop and a start, a first one that was cut off notwithstanding', async () => {
  writeFileSync(path.join(folder, 'postgres.new'), 'half a cluster');
  const first = await start();
  await query(first.url, 'create table kept as select 1 as n');
  await first.stop();
  await expect(query(first.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  const second = await start();
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
});

test('a server left behind by a killed process is gone on with, and ended', async () => {
  const first = await start();
  // As after kill -9: the database runs, and whoever started it is no more.
  writeFileSync(path.join(folder, 'server.pid'), '4194303');
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(said.join()).toContain('still running');
  await second.stop();
  await expect(query(first.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

/** Of a process: 3 is SCHED_BATCH; the fields are counted behind the name, which may hold spaces. */
const policyOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[38]);

test.runIf(process.platform === 'linux')('woken up by a question it interrupts nobody', async () => {
  await start();
  const postmaster = Number.parseInt(readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8'), 10);
  expect(policyOf(postmaster)).toBe(3);
});

test('a server that another living process uses is shared, and left alone', async () => {
  const first = await start();
  writeFileSync(path.join(folder, 'server.pid'), '1');
  const second = await start();
  await second.stop();
  expect(await query(first.url, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('a pid that now belongs to another program holds nothing up', async () => {
  const first = await start();
  await first.stop();
  writeFileSync(path.join(folder, 'postgres/postmaster.pid'), `${process.pid}\n${folder}\n1\n5432\n`);
  expect(await query((await start()).url, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test.runIf(process.getuid?.() === 0)(
  'as root, out of the database user’s reach, everything lies below /var/lib/holdfast',
  async () => {
    const secluded = newFolder();
    chmodSync(secluded, 0o700);
    const started = await start(secluded);
    expect(said).toHaveLength(1);
    const base = /are in (\S+) and (\S+)\.$/.exec(said[0] ?? '');
    expect(base?.[1]).toMatch(/^\/var\/lib\/holdfast\/[0-9a-f]{12}$/);
    expect(existsSync(path.join(secluded, 'postgres'))).toBe(false);
    expect(await query(started.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await started.stop();
    rmSync(base?.[1] ?? '', { recursive: true });
    rmSync(secluded, { recursive: true });
  },
);
