/** The rules of a pull over the real routes and a real Postgres. */
import { createHash } from 'node:crypto';
import type { Row } from '@holdfast/shared/entities/define-entity';
import { ENTITIES } from '@holdfast/shared/entities/index';
import { digestLines } from '@holdfast/shared/sync/digest';
import type { SyncResponse } from '@holdfast/shared/sync/protocol';
import { buildOp } from '@holdfast/shared/testing/build';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Sql } from '../db/pool';
import { openOwner } from '../db/pool';
import { anId, SyncClient } from '../testing/sync-client';
import { createTask, patchTask } from '../testing/sync-device';
import { codeOf, createTestApp, type TestApp } from '../testing/test-app';

let at: TestApp;
let owner: Sql;
let ana: Awaited<ReturnType<TestApp['person']>>;
let ws: string;
beforeAll(async () => {
  at = await createTestApp(inject('postgresAdminUrl'));
  owner = openOwner(at.url);
  ana = await at.person('Ana');
});
afterAll(async () => {
  await owner.end();
  await at.close();
});
beforeEach(async () => {
  ws = anId();
  expect((await ana.ask('/api/workspaces', { body: { id: ws, name: 'Boat club' } })).status).toBe(201);
});
const device = () => new SyncClient(ana, ws);

/** A reader that keeps what it is told, as a client does. */
class Reader {
  readonly rows = new Map<string, Row>();
  readonly client = device();
  pages = 0;

  async toTheEnd(limit: number): Promise<void> {
    for (let more = true; more; this.pages += 1) {
      const page = await this.client.page({ limit });
      if (page.reset) this.rows.clear();
      for (const { entity, row } of page.changes) this.rows.set(`${entity}/${row.id}`, row);
      more = page.more;
    }
  }
}

describe('pages', () => {
  test('[PL1] [PL6] pages of any size hold the same rows, by version, each once, with the head', async () => {
    const phone = device();
    for (let n = 0; n < 3; n++)
      await phone.push([phone.mutation(Array.from({ length: 20 }, () => createTask(anId())))]);
    const whole = await device().page();
    const versions = whole.changes.map(({ row }) => row.version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set(versions).size).toBe(62);
    for (const limit of [1, 7, 31, 62, 5000]) {
      const reader = new Reader();
      await reader.toTheEnd(limit);
      expect([...reader.rows.values()]).toEqual(whole.changes.map(({ row }) => row));
      expect(reader.pages).toBe(Math.ceil(62 / limit));
    }
  });

  test('[PL1] the page tells this device’s ack, and its results after the ack that it knows', async () => {
    const phone = device();
    await phone.push([1, 2, 3].map(() => phone.mutation([createTask(anId())])));
    const told = (await phone.pull({ ack: 1 })).body as unknown as SyncResponse;
    expect(told.ack).toBe(3);
    expect(told.results).toMatchObject([
      { seq: 2, outcome: 'applied', duplicate: true },
      { seq: 3, outcome: 'applied', duplicate: true },
    ]);
    expect((await device().page()).results).toEqual([]);
  });

  test('[PL3] what was deleted comes as a row', async () => {
    const [phone, laptop] = [device(), device()];
    const id = anId();
    await phone.write(createTask(id));
    await laptop.page();
    await phone.write(buildOp({ op: 'delete', entity: 'task', id, base: phone.version }));
    expect((await laptop.page()).changes).toMatchObject([
      { entity: 'task', row: { id, deletedAt: expect.any(Number) } },
    ]);
  });

  test('[PL5] a row comes back with every field of the registry, and no more', async () => {
    await device().write(createTask(anId()));
    const [change] = (await device().page()).changes.slice(-1);
    const task = ENTITIES.find((entity) => entity.name === 'task');
    const base = [
      'id',
      'workspaceId',
      'version',
      'stamps',
      'createdAt',
      'createdBy',
      'updatedAt',
      'deletedAt',
    ];
    expect(Object.keys(change?.row ?? {}).sort()).toEqual(
      [...base, ...Object.keys(task?.fields ?? {})].sort(),
    );
  });

  test('[PL1] parameters that are none: 400', async () => {
    const phone = device();
    for (const query of [
      { limit: 0 },
      { limit: 'x' },
      { ack: -1 },
      { deviceId: 'x' },
      { cursor: 'x'.repeat(201) },
    ])
      expect(codeOf(await phone.pull(query))).toBe('400 bad_request');
  });
});

describe('cursors', () => {
  test('[PL4] [H24] start, old, future, of another workspace, garbage: a page each, `reset` where it must', async () => {
    const phone = device();
    await phone.write(createTask(anId()));
    const old = phone.cursor ?? '';
    await phone.write(createTask(anId()));
    const foreign = new SyncClient(ana, anId());
    expect((await ana.ask('/api/workspaces', { body: { id: foreign.workspaceId, name: 'x' } })).status).toBe(
      201,
    );
    const elsewhere = (await foreign.page()).cursor;
    const answer = async (cursor: string | null) => {
      const page = (await device().pull(cursor === null ? {} : { cursor })).body as unknown as SyncResponse;
      return [page.reset, page.changes.length];
    };
    expect(await answer(null)).toEqual([false, 4]);
    expect(await answer(old)).toEqual([false, 1]);
    expect(await answer(phone.cursor)).toEqual([false, 0]);
    expect(await answer(`99.${'a'.repeat(16)}`)).toEqual([true, 4]);
    expect(await answer(elsewhere)).toEqual([true, 4]);
    for (const junk of ['', '0', '1.x', '-1.ab', "4.'--", '4.AA', '9'.repeat(190), '\u0000', '4.a.b.c'])
      expect(await answer(junk)).toEqual([true, 4]);
  });

  test('[PL4] [H25] a history that was rolled back and grew again is told apart, and what is missing comes', async () => {
    const phone = device();
    await phone.write(createTask(anId(), { title: 'kept' }));
    const before = phone.version;
    await phone.write(createTask(anId(), { title: 'lost with the restore' }));
    // The restore: everything above the version is gone, the counter with it.
    await owner`delete from task where workspace_id = ${ws} and version > ${before}`;
    await owner`delete from field_history where workspace_id = ${ws} and version > ${before}`;
    await owner`delete from mutation where workspace_id = ${ws} and seq = 2`;
    await owner`delete from version_mark where workspace_id = ${ws} and version > ${before}`;
    await owner`update workspace_head set head = ${before} where workspace_id = ${ws}`;
    await owner`update device set ack = 1 where workspace_id = ${ws}`;
    const other = device();
    await other.write(createTask(anId(), { title: 'written after it' }));
    expect(other.version).toBe(phone.version);
    const page = await phone.page();
    expect(page.reset).toBe(true);
    expect(page.changes.map(({ row }) => row.title)).toEqual([
      undefined,
      undefined,
      'kept',
      'written after it',
    ]);
    expect((await phone.page()).reset).toBe(false);
  });

  test('[PL4] below the floor: from 0, said on the first page only, and the walk goes on through raised floors', async () => {
    const phone = device();
    await phone.push([phone.mutation(Array.from({ length: 20 }, () => createTask(anId())))]);
    const old = (await device().page({ limit: 5 })).cursor.split('.').slice(0, 2).join('.');
    await owner`update workspace_head set floor = 15 where workspace_id = ${ws}`;
    await owner`delete from version_mark where workspace_id = ${ws} and version < 15`;
    const reader = device();
    reader.cursor = old;
    const flags: boolean[] = [];
    let rows = 0;
    for (let more = true; more; ) {
      const page = await reader.page({ limit: 6 });
      flags.push(page.reset);
      rows += page.changes.length;
      more = page.more;
    }
    expect(flags).toEqual([true, false, false, false]);
    expect(rows).toBe(22);
  });
});

describe('concurrent writers', () => {
  test('[PU4] [H16] whoever reads while others write misses nothing and ends with what all have', async () => {
    const writers = Array.from({ length: 8 }, () => device());
    const shared = anId();
    await writers[0]?.write(createTask(shared));
    const reader = new Reader();
    let writing = true;
    const reading = (async () => {
      while (writing) await reader.toTheEnd(3);
    })();
    await Promise.all(
      writers.map(async (writer, n) => {
        for (let round = 0; round < 8; round++) {
          const own = anId();
          await writer.write(
            createTask(own),
            patchTask(shared, writer.version, { estimateMinutes: { from: null, to: n } }),
          );
        }
      }),
    );
    writing = false;
    await reading;
    await reader.toTheEnd(3);
    const fresh = new Reader();
    await fresh.toTheEnd(5000);
    expect([...fresh.rows.keys()].filter((key) => key.startsWith('task/'))).toHaveLength(65);
    const sorted = (rows: ReadonlyMap<string, Row>) =>
      [...rows.values()].sort((a, b) => a.version - b.version);
    expect(sorted(reader.rows)).toEqual(sorted(fresh.rows));
  });
});

describe('digest', () => {
  test('[DG1] [H27] says of every entity what a device with the same rows computes', async () => {
    const phone = device();
    const gone = anId();
    await phone.write(createTask(anId()), createTask(anId()), createTask(gone));
    await phone.write(buildOp({ op: 'delete', entity: 'task', id: gone, base: phone.version }));
    const page = await device().page();
    const digest = await phone.digest();
    expect(digest.version).toBe(page.version);
    for (const { name } of ENTITIES) {
      const lines = digestLines(page.changes.flatMap(({ entity, row }) => (entity === name ? [row] : [])));
      const hash = createHash('sha256').update(lines.join('')).digest('hex');
      expect(digest.entities[name]).toEqual({ count: lines.length, hash });
    }
    expect(digest.entities.task?.count).toBe(2);
  });
});
