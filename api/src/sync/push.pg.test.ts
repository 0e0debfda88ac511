/** The rules of a push over the real routes and a real Postgres. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { SyncResponse } from '@holdfast/shared/sync/protocol';
import { buildOp } from '@holdfast/shared/testing/build';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openOwner } from '../db/pool';
import { anId, SyncClient } from '../testing/sync-client';
import { createRow, createTask, patchTask } from '../testing/sync-device';
import { codeOf, createTestApp, type TestApp } from '../testing/test-app';

type Person = Awaited<ReturnType<TestApp['person']>>;
let at: TestApp;
let [ana, ben, eve]: Person[] = [];
let ws: string;
beforeAll(async () => {
  at = await createTestApp(inject('postgresAdminUrl'));
  [ana, ben, eve] = [await at.person('Ana'), await at.person('Ben'), await at.person('Eve')];
});
afterAll(() => at.close());

const the = (person: Person | undefined): Person => {
  if (!person) throw new Error('nobody');
  return person;
};
async function join(person: Person, role: string): Promise<void> {
  const invited = await the(ana).ask(`/api/workspaces/${ws}/invites`, { body: { role } });
  const accepted = await person.ask('/api/invites/accept', { body: { token: invited.body.token } });
  expect(accepted.status).toBe(200);
}
beforeEach(async () => {
  ws = anId();
  expect((await the(ana).ask('/api/workspaces', { body: { id: ws, name: 'Boat club' } })).status).toBe(201);
});

const device = (person: Person | undefined, deviceId?: string) => new SyncClient(the(person), ws, deviceId);
const resultsOf = (answer: { body: unknown }) => (answer.body as SyncResponse).results;
/** All that the workspace holds, as a fresh device sees it. */
const everything = async () =>
  (await device(ana).page()).changes.map(
    ({ entity, row }) => ({ ...row, of: entity }) as Row & { of: string },
  );
const tasks = async () => (await everything()).filter((row) => row.of === 'task');

describe('effects', () => {
  test('[PU1] [H10] one bad mutation in a hundred: 99 take effect, in one answer', async () => {
    const phone = device(ana);
    const list = Array.from({ length: 100 }, (_, n) =>
      phone.mutation([createTask(anId(), { title: n === 49 ? 'a\u0000b' : `Task ${n}` })]),
    );
    const answer = await phone.push(list);
    expect(resultsOf(answer).filter((result) => result.outcome === 'applied')).toHaveLength(99);
    expect(resultsOf(answer)[49]).toMatchObject({ seq: 50, outcome: 'rejected', code: 'invalid' });
    expect(answer.body.ack).toBe(100);
    expect(await tasks()).toHaveLength(99);
  });

  test('[PU1] one rejected op rejects its whole mutation, rows, conflicts and history', async () => {
    const phone = device(ana);
    const [good, lost] = [anId(), anId()];
    const answer = await phone.push([
      phone.mutation([
        createTask(good),
        createRow('step', anId(), { taskId: lost, title: 'x', position: 'a0' }),
      ]),
    ]);
    expect(resultsOf(answer)).toMatchObject([{ outcome: 'rejected', code: 'not_found' }]);
    expect(await tasks()).toEqual([]);
    const [kept] = await at.sql.begin(async (tx) => {
      await tx`select set_config('holdfast.account', ${the(ana).accountId}, true)`;
      return tx`select count(*)::int as n from field_history where workspace_id = ${ws}`;
    });
    expect(kept?.n).toBe(0);
  });

  test('[PU2] [H01] a captured push, sent five times over, takes effect once and answers the same', async () => {
    const phone = device(ana);
    const id = anId();
    const body = phone.envelope([phone.mutation([createTask(id)])]);
    const first = await the(ana).ask('/sync/push', { body });
    const again = await Promise.all([1, 2, 3, 4, 5].map(() => the(ana).ask('/sync/push', { body })));
    expect(resultsOf(first)).toMatchObject([{ outcome: 'applied', duplicate: false }]);
    for (const answer of again)
      expect(resultsOf(answer)).toEqual([{ ...resultsOf(first)[0], duplicate: true }]);
    expect(await tasks()).toHaveLength(1);
    expect((await device(ana).page()).version).toBe(first.body.version);
  });

  test('[PU2] [H01] the same push five times at once takes effect once', async () => {
    const phone = device(ana);
    const body = phone.envelope([phone.mutation([createTask(anId())])]);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => the(ana).ask('/sync/push', { body })));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.filter((answer) => resultsOf(answer)[0]?.duplicate === false)).toHaveLength(1);
    expect(await tasks()).toHaveLength(1);
  });

  test('[PU2] [H02] the id decides, from whatever device and with whatever seq it comes', async () => {
    const phone = device(ana);
    const mutation = phone.mutation([createTask(anId())]);
    await phone.push([mutation]);
    const renewed = device(ana);
    const answer = await renewed.push([{ ...mutation, schema: 1, group: anId() }]);
    expect(resultsOf(answer)).toMatchObject([{ outcome: 'applied', duplicate: true }]);
    expect(answer.body.ack).toBe(1);
    const other = await renewed.push([{ ...mutation, seq: 2, name: 'test.other' }]);
    expect(resultsOf(other)).toMatchObject([{ outcome: 'rejected', code: 'reused' }]);
    expect(other.body.ack).toBe(2);
    expect(await tasks()).toHaveLength(1);
  });
});

describe('devices', () => {
  test('[PU3] [H03] a cloned profile: 409, no effect; under a new device id nothing is lost', async () => {
    const phone = device(ana);
    await phone.write(createTask(anId()));
    const clone = device(ana, phone.deviceId);
    const edit = clone.mutation([createTask(anId())]);
    expect(codeOf(await clone.push([edit]))).toBe('409 device_forked');
    expect(await tasks()).toHaveLength(1);
    clone.deviceId = anId();
    expect(resultsOf(await clone.push([edit]))).toMatchObject([{ outcome: 'applied' }]);
    expect(await tasks()).toHaveLength(2);
  });

  test('[PU3] two clones whose first push comes at once: one of them is told', async () => {
    const [first, second] = [device(ana, anId()), device(ana)];
    second.deviceId = first.deviceId;
    const answers = await Promise.all(
      [first, second].map((client) => client.push([client.mutation([createTask(anId())])])),
    );
    expect(answers.map(codeOf).sort()).toEqual(['200', '409 device_forked']);
  });

  test('[PU3] a gap: 409 with the ack to go on from, no effect', async () => {
    const phone = device(ana);
    await phone.write(createTask(anId()));
    phone.seq = 4;
    const answer = await phone.push([phone.mutation([createTask(anId())])]);
    expect([codeOf(answer), answer.body.ack]).toEqual(['409 gap', 1]);
    expect(await tasks()).toHaveLength(1);
  });

  test("[PU3] [H15] a device id is its first account's", async () => {
    await join(the(ben), 'member');
    const phone = device(ana);
    await phone.write(createTask(anId()));
    const forged = device(ben, phone.deviceId);
    forged.seq = 1;
    expect(codeOf(await forged.push([forged.mutation([createTask(anId())])]))).toBe('409 device_forked');
    expect(codeOf(await forged.pull())).toBe('409 device_forked');
    expect(await tasks()).toHaveLength(1);
  });
});

describe('concurrency', () => {
  test('[PU4] one row made twice at once is made once; the other is told', async () => {
    await join(the(ben), 'member');
    const id = anId();
    const answers = await Promise.all(
      [device(ana), device(ben)].map((client, n) =>
        client.push([client.mutation([createTask(id, { title: `by ${n}` })])]),
      ),
    );
    const outcomes = answers.flatMap(resultsOf).map((result) => result.code ?? result.outcome);
    expect(outcomes.sort()).toEqual(['applied', 'reused']);
    const winner = answers.findIndex((answer) => resultsOf(answer)[0]?.outcome === 'applied');
    expect(await tasks()).toMatchObject([{ id, title: `by ${winner}` }]);
  });

  test('[PU4] sixteen people write one text at once: every word arrives, each once', async () => {
    const id = anId();
    const first = device(ana);
    await first.write(createTask(id, { title: 'Start' }));
    const writers = Array.from({ length: 16 }, () => device(ana));
    await Promise.all(writers.map((writer) => writer.page()));
    const answers = await Promise.all(
      writers.map((writer, n) =>
        writer.push([
          writer.mutation([
            patchTask(id, writer.version, { title: { from: 'Start', to: `Start word${n}` } }),
          ]),
        ]),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(writers.map(() => 200));
    const [row] = await tasks();
    const words = String(row?.title).split(' ');
    expect(words.toSorted()).toEqual(['Start', ...writers.map((_, n) => `word${n}`)].toSorted());
  });
});

test('[PU1] [H10] ten thousand that waited drain in batches of a hundred, each once and in order', async () => {
  const phone = device(ana);
  const ids = Array.from({ length: 10_000 }, anId);
  for (let n = 0; n < ids.length; n += 100) {
    const answer = await phone.push(ids.slice(n, n + 100).map((id) => phone.mutation([createTask(id)])));
    expect(answer.body).toMatchObject({ ack: n + 100 });
    expect(resultsOf(answer).every(({ outcome }) => outcome === 'applied')).toBe(true);
    phone.cursor = (answer.body as { cursor: string }).cursor;
  }
  const reader = device(ana);
  const read: string[] = [];
  for (let more = true; more; ) {
    const page = await reader.page({ limit: 5000 });
    read.push(...page.changes.flatMap(({ entity, row }) => (entity === 'task' ? [row.id] : [])));
    more = page.more;
  }
  expect(read).toEqual(ids);
}, 60_000);

describe('who', () => {
  test('[PU5] [H15] a viewer’s hand-made push is forbidden and leaves nothing', async () => {
    await join(the(ben), 'viewer');
    const viewer = device(ben);
    const answer = await viewer.push([viewer.mutation([createTask(anId())])]);
    expect(resultsOf(answer)).toMatchObject([{ outcome: 'rejected', code: 'forbidden', version: null }]);
    expect(await tasks()).toEqual([]);
  });

  test('[PU5] [H15] [H70] absent and foreign workspaces answer alike; a former member is told', async () => {
    await join(the(ben), 'member');
    const shape = ({ status, body }: Awaited<ReturnType<SyncClient['pull']>>) => ({ status, body });
    const paths = [
      (client: SyncClient) => client.push([client.mutation([createTask(anId())])]),
      (client: SyncClient) => client.pull(),
      (client: SyncClient) => client.browser.ask(`/sync/digest?workspaceId=${client.workspaceId}`),
    ];
    for (const ask of paths) {
      const foreign = shape(await ask(new SyncClient(the(eve), ws)));
      const absent = shape(await ask(new SyncClient(the(eve), anId())));
      expect(foreign).toEqual(absent);
      expect(foreign).toMatchObject({ status: 404, body: { code: 'unknown_workspace' } });
    }
    await the(ana).ask(`/api/workspaces/${ws}/members/${the(ben).accountId}`, { method: 'DELETE' });
    for (const ask of paths) expect(codeOf(await ask(device(ben)))).toBe('403 removed');
    expect(await tasks()).toEqual([]);
  });

  test('[AC1] a session that has ended pushes and pulls nothing, though its token is still good', async () => {
    const ida = await at.person('Ida');
    const home = ((await ida.ask('/auth/me')).body.workspaces as { id: string }[])[0]?.id ?? '';
    const left = new SyncClient(ida.copy(), home);
    await left.page();
    expect((await ida.ask('/auth/sign-out', { method: 'POST', body: {} })).status).toBe(200);
    expect(codeOf(await left.push([left.mutation([createTask(anId())])]))).toBe('401 unauthenticated');
    expect(codeOf(await left.pull())).toBe('401 unauthenticated');
    const owner = openOwner(at.url);
    expect(await owner`select from task where workspace_id = ${home}`).toHaveLength(0);
    await owner.end();
  });

  test('[H70] a row of another tenant: to refer to it, to edit it, to take its id is as if it were not there', async () => {
    const hers = anId();
    await device(ana).write(createTask(hers));
    const home = ((await the(eve).ask('/auth/me')).body.workspaces as { id: string }[])[0]?.id ?? '';
    const client = new SyncClient(the(eve), home);
    const probe = async (id: string) => {
      const answer = await client.push([
        client.mutation([patchTask(id, 0, { title: { from: 'a', to: 'b' } })]),
        client.mutation([createTask(anId(), { parentId: id })]),
        client.mutation([createRow('comment', anId(), { taskId: id, body: 'x' })]),
        client.mutation([buildOp({ op: 'delete', entity: 'task', id, base: 0 })]),
      ]);
      return resultsOf(answer).map(({ outcome, code, message }) => ({ outcome, code, message }));
    };
    expect(await probe(hers)).toEqual(await probe(anId()));
    const taken = await client.push([client.mutation([createTask(hers, { title: 'Mine' })])]);
    expect(resultsOf(taken)).toMatchObject([{ outcome: 'applied' }]);
    expect(await tasks()).toMatchObject([{ id: hers, title: 'Pay rent' }]);
  });
});

describe('trouble', () => {
  test('[PU6] [H05] given up by its author: recorded, and what waits behind it goes on', async () => {
    const phone = device(ana);
    const poison = phone.mutation([createTask(anId())]);
    const behind = Array.from({ length: 20 }, () => phone.mutation([createTask(anId())]));
    const alone = await phone.push([{ ...poison, skip: true }]);
    expect(resultsOf(alone)).toMatchObject([{ outcome: 'rejected', code: 'quarantined' }]);
    const huge = { ...phone.mutation([]), ops: [], skip: true };
    const rest = await phone.push([...behind, huge]);
    expect(resultsOf(rest).filter((result) => result.outcome === 'applied')).toHaveLength(20);
    expect(resultsOf(rest).at(-1)).toMatchObject({ outcome: 'rejected', code: 'too_large' });
    expect(rest.body.ack).toBe(22);
  });

  test('[PU6] [H05] what the storage refuses stops there: before it all is kept, from it on all is asked again', async () => {
    const trap = anId();
    await asOwner(
      at.url,
      `create function trap() returns trigger language plpgsql as $$ begin
        if new.id = '${trap}' then raise exception 'no'; end if; return new; end $$`,
    );
    await asOwner(at.url, 'create trigger trap before insert on task for each row execute function trap()');
    const phone = device(ana);
    const ids = [anId(), trap, anId()];
    const list = ids.map((id) => phone.mutation([createTask(id)]));
    const answer = await phone.push(list);
    expect(resultsOf(answer).map((result) => result.outcome)).toEqual(['applied', 'retry', 'retry']);
    expect(answer.body.ack).toBe(1);
    expect(at.logged.join('\n')).not.toContain('Pay rent');
    const skipped = await phone.push([{ ...list[1], skip: true }, list[2]]);
    expect(resultsOf(skipped).map((result) => result.code ?? result.outcome)).toEqual([
      'quarantined',
      'applied',
    ]);
    await asOwner(at.url, 'drop trigger trap on task');
    expect((await tasks()).map((row) => row.id)).toEqual([ids[0], ids[2]]);
  });

  test('[PU7] one round trip is a whole sync: the answer is what a pull would answer', async () => {
    const [phone, laptop] = [device(ana), device(ana)];
    await laptop.page();
    await phone.write(createTask(anId(), { title: 'From the phone' }));
    const cursor = laptop.cursor;
    const answer = await laptop.push([laptop.mutation([createTask(anId(), { title: 'From the laptop' })])]);
    const { changes, more, reset, cursor: next, version } = answer.body as unknown as SyncResponse;
    const pulled = (await laptop.pull({ cursor: cursor ?? '' })).body as unknown as SyncResponse;
    expect({ changes, more, reset, cursor: next, version }).toEqual({
      changes: pulled.changes,
      more: pulled.more,
      reset: pulled.reset,
      cursor: pulled.cursor,
      version: pulled.version,
    });
    expect(changes.map(({ row }) => row.title)).toEqual(['From the phone', 'From the laptop']);
    // A device at the head is answered without a second reading: the same all the same.
    laptop.cursor = next;
    const alone = await laptop.push([laptop.mutation([createTask(anId())])]);
    expect((await laptop.pull()).body).toMatchObject({
      changes: (alone.body as unknown as SyncResponse).changes,
      cursor: alone.body.cursor,
    });
  });

  test('[PU8] guarded: only what still is as seen is changed, the rest is named', async () => {
    const id = anId();
    const [phone, laptop] = [device(ana), device(ana)];
    await phone.write(createTask(id));
    await laptop.page();
    await phone.write(patchTask(id, 3, { title: { from: 'Pay rent', to: 'Pay the rent' } }));
    const answer = await laptop.push([
      laptop.mutation([
        patchTask(
          id,
          3,
          { title: { from: 'Pay rent', to: 'x' }, priority: { from: 2, to: 4 } },
          { guard: true },
        ),
      ]),
    ]);
    expect(resultsOf(answer)).toMatchObject([{ left: ['title'] }]);
    expect(await tasks()).toMatchObject([{ title: 'Pay the rent', priority: 4 }]);
  });

  test('[PU9] [MG6] the gravest outcome, the highest version, the questions that it made', async () => {
    await join(the(ben), 'member');
    const id = anId();
    const [phone, bens] = [device(ana), device(ben)];
    await phone.write(createTask(id));
    await bens.page();
    const base = bens.version;
    await phone.write(patchTask(id, base, { assigneeId: { from: null, to: the(ana).accountId } }));
    const answer = await bens.push([
      bens.mutation([
        patchTask(id, base, {
          assigneeId: { from: null, to: the(ben).accountId },
          estimateMinutes: { from: null, to: 30 },
        }),
      ]),
      bens.mutation([patchTask(id, base, { estimateMinutes: { from: 30, to: 60 } })]),
    ]);
    const [asked, plain] = resultsOf(answer);
    expect(asked).toMatchObject({ outcome: 'review', conflictIds: [expect.any(String)] });
    expect(plain).toMatchObject({ outcome: 'applied' });
    const rows = await everything();
    const question = rows.find((row) => row.of === 'conflict');
    expect(question).toMatchObject({
      id: asked?.conflictIds?.[0],
      rowId: id,
      field: 'assigneeId',
      state: 'open',
    });
    expect(new Set(rows.map((row) => row.version)).size).toBe(rows.length);
    expect(asked?.version).toBe(answer.body.version);
  });

  test('[PU5] [WR5] broken envelopes are 4xx, a newer schema is 503 behind, another protocol 426', async () => {
    const phone = device(ana);
    const ask = async (body: unknown) => codeOf(await the(ana).ask('/sync/push', { body }));
    const good = phone.envelope([]);
    expect(await ask(good)).toBe('200');
    expect(await ask({ ...good, protocol: 2 })).toBe('426 upgrade');
    expect(await ask({ ...good, more: 1 })).toBe('400 bad_request');
    expect(await ask({ ...good, workspaceId: 'x' })).toBe('400 bad_request');
    expect(await ask({ ...good, mutations: Array.from({ length: 101 }, () => ({})) })).toBe(
      '400 bad_request',
    );
    expect(await ask({ ...good, mutations: [null] })).toBe('400 bad_request');
    expect(await ask({ ...good, mutations: [phone.mutation([createTask(anId())], { schema: 9 })] })).toBe(
      '503 behind',
    );
    expect(await ask([])).toBe('400 bad_request');
    expect(await ask({ ...good, deviceName: 'a\u0000b' })).toBe('400 bad_request');
    expect(await ask({ ...good, cursor: "1.'; drop table task" })).toBe('200');
  });

  test('[WR5] whatever a mutation holds, it is its own rejection and never a 5xx', async () => {
    const phone = device(ana);
    const id = anId();
    const change = (to: unknown, from: unknown = null) => ({ title: { from, to } });
    const op = (more: object) => ({ ...createTask(anId()), ...more });
    const bad: object[] = [
      op({ changes: { ...createTask(id).changes, nothing: { from: null, to: 1 } } }),
      op({ changes: { ...createTask(id).changes, workspaceId: { from: null, to: id } } }),
      op({ changes: { ...createTask(id).changes, ...change('\ud800') } }),
      op({ changes: { ...createTask(id).changes, ...change('x'.repeat(501)) } }),
      op({ changes: { ...createTask(id).changes, ...change(['x']) } }),
      op({ changes: { '\u0000': { from: 1 } } }),
      op({ entity: 'member' }),
      op({ entity: '__proto__' }),
      op({ base: -1 }),
      op({ base: 1e300 }),
      op({ op: 'patch', changes: { title: { to: 'no from' } } }),
      op({ op: 'delete', changes: change('x') }),
      op({ version: 7 }),
    ];
    const answer = await phone.push(bad.map((one) => phone.mutation([one as never])));
    expect(answer.status).toBe(200);
    expect(resultsOf(answer).map((result) => result.outcome)).toEqual(bad.map(() => 'rejected'));
    expect(answer.body.ack).toBe(bad.length);
    expect(await tasks()).toEqual([]);
  });

  test('[MG14] [H11] what stands on a refused creation is refused with it, by name', async () => {
    const phone = device(ana);
    const [task, step] = [anId(), anId()];
    const answer = await phone.push([
      phone.mutation([createTask(task, { title: 'a\u0000' })]),
      phone.mutation([createRow('step', step, { taskId: task, title: 'x', position: 'a0' })]),
    ]);
    const later = await phone.push([
      phone.mutation([patchTask(task, 0, { priority: { from: 2, to: 3 } })]),
      phone.mutation([createTask(anId(), { parentId: step })]),
    ]);
    expect([...resultsOf(answer), ...resultsOf(later)].map(({ code, rowId }) => [code, rowId])).toEqual([
      ['invalid', undefined],
      ['parent_rejected', task],
      ['parent_rejected', task],
      ['parent_rejected', step],
    ]);
  });
});

async function asOwner(url: string, statement: string): Promise<void> {
  const owner = openOwner(url);
  await owner.unsafe(statement);
  await owner.end();
}
