/** Starts and ends the server: the only file with effects at import. */
import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { createApp } from './app';
import { createBus } from './db/bus';
import { type Embedded, startEmbedded } from './db/embedded';
import { codeOf } from './db/error-code';
import { type Asset, assetsOfOtherBuilds, keepAssets } from './db/kept-assets';
import { openDatabase } from './db/open-database';
import { asOwner, openPool, type Sql } from './db/pool';
import { postgresWire } from './db/postgres-wire';
import { redisWire } from './db/redis-wire';
import type { Deps } from './deps';
import { type Env, parseEnv } from './env';
import { describeError, isOutOfReach } from './http/describe-error';
import { assetsOf, loadStaticFiles, withAssets, withWorker } from './http/static-files';
import { WORKER_OFF } from './http/worker-off';
import { startDaily, type Timer } from './ops/daily';
import { startingApp } from './ops/starting';
import { tidyUp } from './ops/tidy-up';
import { createLog } from './platform/log';
import { createHub } from './sync/hub';

const root = path.resolve(import.meta.dirname, '../..');
type Answer = (request: Request, bindings: object) => Response | Promise<Response>;

const say = (line: string) => process.stdout.write(`${line}\n`);
const bytes = (length: number): Uint8Array => randomBytes(length);

const parsed = parseEnv(process.env);
if (parsed.kind === 'broken') fail(parsed.problem);
else
  await run(parsed.env).catch((error: unknown) => {
    const { name, code, frames } = describeError(error);
    fail(
      `cannot start: ${String(name)} ${String(code ?? '')} ${String((frames as string[] | undefined)?.[0] ?? '')}`,
    );
  });

async function run(env: Env): Promise<void> {
  // 1. The port first: whether it is free is known at once, and whoever asks meanwhile hears that we are starting.
  let answer: Answer = startingApp().fetch;
  const server = serve({
    fetch: (request, bindings) => answer(request, bindings),
    port: env.PORT,
    ...(env.HOST ? { hostname: env.HOST } : {}),
  });
  await new Promise<void>((resolve) => {
    server.once('listening', resolve);
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? `port ${env.PORT} is in use`
          : `cannot listen on port ${env.PORT}: ${error.code}`,
      ),
    );
  });

  // 2. The database, as its owner; then the pool, as nobody in particular.
  const embedded = env.DATABASE_URL === undefined ? await startBuiltIn(env) : null;
  const url = embedded?.url ?? env.DATABASE_URL ?? '';
  const giveUp = async (reason: string): Promise<never> => {
    await embedded?.stop();
    return fail(reason);
  };
  const opened = await openDatabase(url, path.join(root, 'sql'), randomBytes(32).toString('hex')).catch(
    (error: unknown) => ({ kind: 'refused' as const, reason: unreachable(error) }),
  );
  if (opened.kind === 'refused') return giveUp(`database: ${opened.reason}`);
  const sql = openPool(url, 20);

  // 3. What the slices are given.
  const format = env.LOG_FORMAT ?? (process.stdout.isTTY ? 'text' : 'json');
  const log = createLog({ level: env.LOG_LEVEL, format, write: (line) => process.stdout.write(line) });
  const built = await loadStaticFiles(path.join(root, 'web/dist'));
  const assets = built && assetsOf(built);
  const kept = assets && (await asOwner(url, (owner) => takeOver(owner, assets)));
  const whole = built && withAssets(built, kept ?? new Map());
  const staticFiles = whole && env.SERVICE_WORKER === 'off' ? withWorker(whole, WORKER_OFF) : whole;
  const wire = env.REDIS_URL === undefined ? postgresWire(sql) : redisWire(env.REDIS_URL, log);
  const bus = await createBus(wire, randomBytes(8).toString('hex'), log).catch((error: unknown) =>
    giveUp(`${env.REDIS_URL === undefined ? 'database' : 'redis'}: ${unreachable(error)}`),
  );
  const deps: Deps = {
    sql,
    bus,
    log,
    now: Date.now,
    randomBytes: bytes,
    secret: createHash('sha256')
      .update(env.HOLDFAST_SECRET ?? opened.secret)
      .digest(),
    publicUrl: env.PUBLIC_URL ?? null,
    proxies: env.TRUSTED_PROXIES,
    limits:
      env.RATE_LIMITS === 'off'
        ? null
        : {
            signUpsPerHour: env.RATE_SIGN_UPS_PER_HOUR,
            signInsPerQuarterHour: env.RATE_SIGN_INS_PER_QUARTER_HOUR,
            pushesPerMinute: env.RATE_PUSHES_PER_MINUTE,
            readsPerMinute: env.RATE_READS_PER_MINUTE,
          },
    build: staticFiles?.build ?? 'development',
  };
  const timer: Timer = { set: setTimeout, clear: (set) => clearTimeout(set as NodeJS.Timeout) };
  const hub = createHub(bus, timer);
  const app = createApp(deps, hub, staticFiles);
  let open = 0;
  answer = async (request, bindings) => {
    open += 1;
    try {
      return await app.fetch(request, bindings);
    } finally {
      open -= 1;
    }
  };
  if (opened.applied.length > 0) log.info({ applied: opened.applied }, 'migrated');
  say(`Holdfast is at ${env.PUBLIC_URL ?? `http://localhost:${env.PORT}`}`);
  say(`Data: ${embedded ? `${embedded.folder} (built-in Postgres)` : 'the Postgres of DATABASE_URL'}`);
  if (process.stdout.isTTY) say('Ctrl C ends it.');

  // 4. Once a day.
  const newMark = () => randomBytes(8).toString('hex');
  const endDaily = startDaily(
    () => asOwner(url, (owner) => tidyUp(owner, { ...deps, assets, newMark })),
    timer,
    log,
  );

  // 5. Ends in order: no new connections, the answers under way, then the database.
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    const late = setTimeout(() => process.exit(1), 9_000);
    const closed = new Promise((resolve) => server.close(resolve));
    for (let waited = 0; open > 0 && waited < 5_000; waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
    hub.close();
    await endDaily();
    // What is left are streams: their browsers come back to whoever serves next.
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
    await bus.close().catch(() => undefined);
    await sql.end({ timeout: 2 });
    await embedded?.stop();
    clearTimeout(late);
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end());
}

/** Chunks of earlier builds, for tabs that still run them (H57); from now on this build is the one that is served. */
async function takeOver(owner: Sql, assets: ReadonlyMap<string, Asset>): Promise<ReadonlyMap<string, Asset>> {
  await keepAssets(owner, assets, Date.now());
  return assetsOfOtherBuilds(owner, assets);
}

async function startBuiltIn(env: Env): Promise<Embedded> {
  try {
    return await startEmbedded({ folder: path.resolve(root, env.HOLDFAST_DATA), randomBytes: bytes, say });
  } catch (error) {
    return fail(`built-in database: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Never the message: it may name the password. */
function unreachable(error: unknown): string {
  const code = codeOf(error) || 'unknown error';
  return isOutOfReach(error) ? `out of reach (${code})` : `cannot be used (${code})`;
}

function fail(reason: string): never {
  process.stderr.write(`holdfast: ${reason}\n`);
  process.exit(1);
}
