/** The built server as a user runs it, with the built-in Postgres in a folder of its own, durable as ever. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startApp } from '../../support/start-app';

export async function withLoadedApp<T>(work: (origin: string) => Promise<T>): Promise<T> {
  const data = await mkdtemp(path.join(tmpdir(), 'holdfast-load-'));
  const app = await startApp({ databaseUrl: null, data, env: { LOG_LEVEL: 'warn' } });
  try {
    return await work(app.url);
  } finally {
    await app.stop();
    await rm(data, { recursive: true, force: true });
  }
}
