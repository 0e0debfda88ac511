import { uuidOf } from '@holdfast/shared/testing/build';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import type { BusEvent } from '../deps';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { createBus, type PostgresBus } from './bus';
import { openPool, type Sql } from './pool';

let database: TestDatabase;
const pools: Sql[] = [];
const buses: PostgresBus[] = [];
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function processOf(name: string): Promise<{ bus: PostgresBus; heard: BusEvent[] }> {
  const sql = openPool(database.url, 2);
  const bus = await createBus(sql, name, quiet);
  pools.push(sql);
  buses.push(bus);
  const heard: BusEvent[] = [];
  bus.subscribe((event) => heard.push(event));
  return { bus, heard };
}

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresAdminUrl'));
});
afterAll(async () => {
  for (const bus of buses) await bus.close();
  for (const sql of pools) await sql.end();
  await database.drop();
});

test('[ST5] what one process says, its own listeners hear at once and the others through the database, once', async () => {
  const [one, two] = [await processOf('one'), await processOf('two')];
  const event: BusEvent = { kind: 'changed', workspaceId: uuidOf(1), version: 7, deviceId: uuidOf(2) };
  one.bus.publish(event);
  expect(one.heard).toEqual([event]);
  await vi.waitFor(() => expect(two.heard).toEqual([event]));
  two.bus.publish({ kind: 'revoked', workspaceId: uuidOf(1), accountId: uuidOf(3) });
  await vi.waitFor(() => expect(one.heard).toHaveLength(2));
  expect(one.heard).toHaveLength(2);
});

test('[ST5][H55] a storm of changes is few notifications, the highest version among them', async () => {
  const [one, two] = [await processOf('three'), await processOf('four')];
  for (let version = 1; version <= 500; version++)
    one.bus.publish({
      kind: 'changed',
      workspaceId: uuidOf(1),
      version,
      deviceId: uuidOf(2 + (version % 2)),
    });
  expect(one.heard).toHaveLength(500);
  await vi.waitFor(() => expect(two.heard.at(-1)).toMatchObject({ version: 500 }));
  expect(two.heard.length).toBeLessThan(20);
  expect(two.heard.at(-1)).toMatchObject({ deviceId: null });
});
