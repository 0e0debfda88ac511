import type { Row } from '@holdfast/shared/entities/define-entity';
import { buildOp, uuidOf } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { createRow, createTask, patchTask, SyncDevice } from '../testing/sync-device';
import { createMemoryStore } from './memory-store';
import { pull } from './pull';

const WS = uuidOf(0xa0);
const [SAM, ANA, VIV] = [uuidOf(0xc1), uuidOf(0xc2), uuidOf(0xc3)];

function world() {
  const store = createMemoryStore();
  store.found(WS, { [SAM]: 'owner', [ANA]: 'member', [VIV]: 'viewer' });
  let mark = 0;
  const told: string[] = [];
  const clock = { now: 10_000 };
  const deps = {
    store,
    now: () => clock.now,
    newMark: () => `m${mark++}`,
    changed: (ws: string, version: number, device: string) => told.push(`${ws} ${version} ${device}`),
  };
  const device = (account: string, n: number) =>
    new SyncDevice(deps, { account, device: uuidOf(0xd0 + n), workspace: WS });
  const read = (cursor: string | null, limit = 1000) =>
    pull(store, 0, { accountId: SAM, workspaceId: WS, deviceId: uuidOf(0xdd), cursor, ack: 0, limit });
  const all = async () => {
    const answer = await read(null);
    return answer.kind === 'page' ? answer.page.changes : [];
  };
  return {
    store,
    deps,
    told,
    clock,
    device,
    read,
    all,
    sam: device(SAM, 1),
    phone: device(SAM, 2),
    ana: device(ANA, 3),
    viv: device(VIV, 4),
  };
}
const T = uuidOf(1);

describe('push', () => {
  it('[PU6] [H05] what its author gave up is recorded without a look at its rows', async () => {
    const { store, deps, sam } = world();
    await sam.write(createTask(T));
    // A bug of ours: reading this row for a change throws.
    const broken: typeof store = {
      ...store,
      transaction: (scope, work) =>
        store.transaction(scope, (tx) =>
          work({
            ...tx,
            rows: (entity, ids, lock) =>
              lock === 'update' && ids.includes(T)
                ? Promise.reject(new Error('broken'))
                : tx.rows(entity, ids, lock),
          }),
        ),
    };
    const phone = new SyncDevice(
      { ...deps, store: broken },
      { account: SAM, device: uuidOf(0xd7), workspace: WS },
    );
    const edit = phone.mutation([patchTask(T, 1, { title: { from: 'Pay rent', to: 'x' } })]);
    expect((await phone.page([edit])).results).toMatchObject([{ outcome: 'retry' }]);
    expect((await phone.page([{ ...edit, skip: true }])).results).toMatchObject([
      { outcome: 'rejected', code: 'quarantined' },
    ]);
  });

  it('[PU1] mutations are independent: a rejected one stops nobody, one bad op rejects its whole mutation', async () => {
    const { sam, all } = world();
    const page = await sam.page([
      sam.mutation([createTask(T)]),
      sam.mutation([createTask(uuidOf(2)), patchTask(uuidOf(99), 0, { title: { from: 'a', to: 'b' } })]),
      sam.mutation([createTask(uuidOf(3))]),
    ]);
    expect(page.results.map((result) => [result.outcome, result.code])).toEqual([
      ['applied', undefined],
      ['rejected', 'not_found'],
      ['applied', undefined],
    ]);
    expect((await all()).map(({ row }) => row.id)).toEqual([T, uuidOf(3)]);
    expect(page).toMatchObject({ ack: 3, version: 2, more: false });
  });

  it('[PU2] [H01] a captured push five times: one effect, the same result, said to be a duplicate', async () => {
    const { sam, all } = world();
    const sent = [sam.mutation([createTask(T)])];
    const first = await sam.page(sent);
    const before = await all();
    for (let i = 0; i < 4; i++) {
      const again = await sam.page(sent);
      expect(again.results).toEqual([{ ...first.results[0], duplicate: true }]);
      expect(again.version).toBe(1);
    }
    expect(await all()).toEqual(before);
  });

  it('[PU2] [H02] the id decides, whatever device and seq bring it', async () => {
    const { sam, phone, all } = world();
    const mutation = sam.mutation([createTask(T)]);
    await sam.page([mutation]);
    const page = await phone.page([
      { ...mutation, seq: 1 },
      { ...phone.mutation([createTask(uuidOf(2))]), seq: 2 },
    ]);
    expect(page.results).toMatchObject([
      { outcome: 'applied', duplicate: true, version: 1 },
      { outcome: 'applied', duplicate: false },
    ]);
    expect(page.ack).toBe(2);
    expect(await all()).toHaveLength(2);
  });

  it('[PU2] a known id with another content is refused and has no effect', async () => {
    const { sam, all } = world();
    const mutation = sam.mutation([createTask(T)]);
    await sam.page([mutation]);
    const page = await sam.page([{ ...mutation, seq: 2, ops: [createTask(uuidOf(5))] }]);
    expect(page.results).toMatchObject([{ outcome: 'rejected', code: 'reused' }]);
    expect(await all()).toHaveLength(1);
    // Its own result stays what it was.
    expect((await sam.page([{ ...mutation, seq: 3 }])).results).toMatchObject([
      { outcome: 'applied', duplicate: true },
    ]);
  });

  it('[PU3] [H03] a seq below the ack with a new id: the profile was cloned; nothing takes effect', async () => {
    const { sam, all } = world();
    await sam.page([sam.mutation([createTask(T)]), sam.mutation([createTask(uuidOf(2))])]);
    sam.seq = 1;
    expect(
      await sam.send([sam.mutation([createTask(uuidOf(3))]), sam.mutation([createTask(uuidOf(4))])]),
    ).toEqual({ kind: 'device_forked' });
    expect(await all()).toHaveLength(2);
  });

  it('[PU3] [H04] a gap is answered with the ack to go on from', async () => {
    const { sam } = world();
    await sam.page([sam.mutation([createTask(T)])]);
    sam.seq = 5;
    expect(await sam.send([sam.mutation([createTask(uuidOf(3))])])).toEqual({ kind: 'gap', ack: 1 });
  });

  it('[PU3] [H15] a device belongs to the account that first used it', async () => {
    const { deps, sam } = world();
    await sam.page([sam.mutation([createTask(T)])]);
    const thief = new SyncDevice(deps, { account: ANA, device: uuidOf(0xd1), workspace: WS });
    expect(await thief.send([])).toEqual({ kind: 'device_forked' });
  });

  it('[PU5] roles come from the database: a viewer writes nothing, a stranger learns nothing', async () => {
    const { viv, device, store, all, sam } = world();
    expect((await viv.write(createTask(T))).results).toMatchObject([
      { outcome: 'rejected', code: 'forbidden' },
    ]);
    expect(await all()).toHaveLength(0);
    expect(await device(uuidOf(0xcc), 9).send([])).toEqual({ kind: 'stranger' });
    store.setRole(WS, SAM, null);
    expect(await sam.send([sam.mutation([createTask(T)])])).toEqual({ kind: 'removed' });
  });

  it('[PU6] given up by its author: recorded as quarantined or too large, and those behind go on', async () => {
    const { sam, all } = world();
    const page = await sam.page([
      sam.mutation([createTask(T)], { skip: true }),
      sam.mutation([], { skip: true }),
      sam.mutation([createTask(uuidOf(3))]),
    ]);
    expect(page.results.map((result) => result.code)).toEqual(['quarantined', 'too_large', undefined]);
    expect((await all()).map(({ row }) => row.id)).toEqual([uuidOf(3)]);
  });

  it('[PU6] [H05] [H10] a mutation whose handler throws stops the batch there: retry, not acked; what came before stands', async () => {
    const { sam, all, deps, store } = world();
    const broken = {
      ...deps,
      store: {
        transaction: (scope: Parameters<typeof store.transaction>[0], work: never) =>
          store.transaction(scope, (tx) =>
            (work as (t: typeof tx) => Promise<unknown>)({
              ...tx,
              rows: async (entity, ids, lock) =>
                (await tx.rows(entity, ids, lock)).map((row) => (row.id === T ? poisoned(row) : row)),
            }),
          ),
      },
    };
    await sam.write(createTask(T));
    const device = new SyncDevice(broken as never, { account: SAM, device: uuidOf(0xd8), workspace: WS });
    const answer = await device.send([
      device.mutation([createTask(uuidOf(2))]),
      device.mutation([buildOp({ op: 'delete', entity: 'task', id: T, base: 0 })]),
      device.mutation([createTask(uuidOf(3))]),
    ]);
    expect(answer).toMatchObject({ kind: 'page', page: { ack: 1 } });
    expect(answer.kind === 'page' && answer.page.results.map((result) => result.outcome)).toEqual([
      'applied',
      'retry',
      'retry',
    ]);
    expect(await all()).toHaveLength(2);
  });

  /** One by one, after the whole batch was refused: nothing, the first mutation, and at the second `atSecond` happens. */
  function oneByOne(atSecond: (store: ReturnType<typeof world>['store']) => void) {
    const made = world();
    const { store, deps } = made;
    let runs = 0;
    const refusing: typeof store = {
      ...store,
      transaction: async (scope, work) => {
        runs += 1;
        if (runs === 1) throw new Error('refused');
        if (runs === 4) atSecond(store);
        return store.transaction(scope, work);
      },
    };
    const isAway = (error: unknown) => error instanceof Away;
    const phone = new SyncDevice(
      { ...deps, store: refusing, isAway },
      { account: SAM, device: uuidOf(0xd9), workspace: WS },
    );
    return { ...made, phone, sent: [1, 2].map((n) => phone.mutation([createTask(uuidOf(n))])) };
  }
  class Away extends Error {}

  it('[PU6] a storage that goes away half way is no mutation’s fault: what stands is told, and all of it is asked again', async () => {
    const { phone, sent, told, all } = oneByOne(() => {
      throw new Away();
    });
    await expect(phone.send(sent)).rejects.toThrow(Away);
    expect(await all()).toHaveLength(1);
    expect(told).toEqual([`${WS} 1 ${uuidOf(0xd9)}`]);
    expect((await phone.page(sent)).results).toMatchObject([
      { outcome: 'applied', duplicate: true },
      { outcome: 'applied', duplicate: false },
    ]);
  });

  it('[PU6] a batch that goes through only one by one is said to the log', async () => {
    const { phone, sent } = oneByOne(() => undefined);
    expect(await phone.send(sent)).toMatchObject({
      page: { ack: 2, results: [{ outcome: 'applied' }, { outcome: 'applied' }] },
      failure: { message: 'refused' },
    });
  });

  it('[PU6] [ST5] whoever is removed half way has told the others what stands', async () => {
    const { phone, sent, told, device } = oneByOne((store) => store.setRole(WS, SAM, null));
    expect(await phone.send(sent)).toEqual({ kind: 'removed' });
    expect(told).toEqual([`${WS} 1 ${uuidOf(0xd9)}`]);
    expect((await device(ANA, 5).page([])).changes).toHaveLength(1);
  });

  it('[PU7] the answer is what a pull from the request’s cursor would be', async () => {
    const { sam, ana, read } = world();
    await sam.write(createTask(T));
    const page = await ana.write(createTask(uuidOf(2)));
    const pulled = await read(null);
    expect(pulled).toMatchObject({
      kind: 'page',
      page: { changes: page.changes, cursor: page.cursor, version: page.version },
    });
    expect(page.changes.map(({ row }) => row.id)).toEqual([T, uuidOf(2)]);
  });

  it('[PU9] a row changed several times in one batch gets one version; each result names the highest of its rows', async () => {
    const { sam } = world();
    const page = await sam.page([
      sam.mutation([createTask(T)]),
      sam.mutation([patchTask(T, 0, { title: { from: 'Pay rent', to: 'Pay tax' } })]),
      sam.mutation([patchTask(T, 0, { title: { from: 'Pay tax', to: 'Pay tax' } })]),
      sam.mutation([createTask(uuidOf(2))]),
    ]);
    expect(page.results.map((result) => result.version)).toEqual([1, 1, 2, 2]);
    expect(page.changes.map(({ row }) => [row.version, row.title])).toEqual([
      [1, 'Pay tax'],
      [2, 'Pay rent'],
    ]);
  });

  it('[H30] a wrong clock decides nothing: times are corrected by how far it was off when sent', async () => {
    const { sam, ana, clock, all } = world();
    const made = await sam.write(createTask(T));
    await ana.write(patchTask(T, made.version, { dueOn: { from: null, to: '2026-01-01' } }));
    clock.now = 20_000;
    // Sam's clock is two days ahead; the edit was made 9 s before it was sent, so after Ana's.
    sam.clock = 10_000 + 2 * 86_400_000;
    await sam.send([
      {
        ...sam.mutation([patchTask(T, made.version, { dueOn: { from: null, to: '2026-02-02' } })]),
        at: sam.clock - 9_000,
      },
    ]);
    const [task] = await all();
    expect(task?.row).toMatchObject({ dueOn: '2026-02-02', stamps: { dueOn: [3, 11_000, uuidOf(0xd1)] } });
  });

  it("[MG1] [H31] one's own chain is not concurrent with itself, across devices by `after`", async () => {
    const { sam, phone } = world();
    const made = await sam.write(createTask(T));
    const first = sam.mutation([patchTask(T, made.version, { status: { from: 'todo', to: 'done' } })]);
    await sam.page([first]);
    const op = patchTask(T, made.version, { status: { from: 'done', to: 'blocked' } }, { after: first.id });
    expect((await phone.page([phone.mutation([op])])).results).toMatchObject([{ outcome: 'applied' }]);
    // Without the chain, the same edit from another device asks.
    const stranger = patchTask(T, made.version, { status: { from: 'done', to: 'cancelled' } });
    expect((await phone.page([{ ...phone.mutation([stranger]) }])).results).toMatchObject([
      { outcome: 'review' },
    ]);
  });

  it('[MG10] a conflict says who, on which device, when, and that one had been away', async () => {
    const { sam, ana, clock } = world();
    const made = await sam.write(createTask(T));
    const toAnas = { title: { from: 'Pay rent', to: 'Pay bills' } };
    await ana.send([ana.mutation([patchTask(T, made.version, toAnas)])], { deviceName: 'Firefox on Linux' });
    const late = sam.mutation([patchTask(T, made.version, { title: { from: 'Pay rent', to: 'Pay tax' } })]);
    clock.now += 120_000;
    const answer = await sam.send([late], { sentAt: sam.clock + 120_000, deviceName: 'Chrome on Android' });
    if (answer.kind !== 'page') throw new Error(answer.kind);
    const row = answer.page.changes.find(({ entity }) => entity === 'conflict')?.row;
    expect(row?.['devices']).toEqual([
      { id: uuidOf(0xd1), accountId: SAM, at: 10_000, name: 'Chrome on Android', offline: true },
      { id: uuidOf(0xd3), accountId: ANA, at: 10_000, name: 'Firefox on Linux', offline: false },
    ]);
  });

  it('[MG10] a conflict is a synced row; both settle at once, the second is told', async () => {
    const { sam, ana } = world();
    const made = await sam.write(createTask(T));
    await ana.write(patchTask(T, made.version, { title: { from: 'Pay rent', to: 'Pay bills' } }));
    const page = await sam.write(patchTask(T, made.version, { title: { from: 'Pay rent', to: 'Pay tax' } }));
    const [id = ''] = page.results[0]?.conflictIds ?? [];
    expect(page.changes.find(({ entity }) => entity === 'conflict')?.row).toMatchObject({
      id,
      state: 'open',
      mine: 'Pay tax',
      theirs: 'Pay bills',
    });
    const settle = buildOp({
      entity: 'conflict',
      id,
      base: page.version,
      guard: true,
      changes: { state: { from: 'open', to: 'settled' } },
    });
    expect((await sam.write(settle)).results).toMatchObject([{ outcome: 'applied' }]);
    expect((await ana.write(settle)).results).toMatchObject([{ outcome: 'applied', left: ['state'] }]);
    const reopen = buildOp({ entity: 'conflict', id, changes: { state: { from: 'settled', to: 'open' } } });
    expect((await sam.write(reopen)).results).toMatchObject([{ code: 'forbidden' }]);
  });

  it('[MG9] a new task of a deleted project falls to the Inbox', async () => {
    const { sam, ana, all } = world();
    const P = uuidOf(7);
    await sam.write(createRow('project', P, { name: 'Home', position: 'a0' }));
    await sam.write(buildOp({ op: 'delete', entity: 'project', id: P, base: 1 }));
    await ana.write(createTask(T, { projectId: P }));
    expect((await all()).find(({ row }) => row.id === T)?.row.projectId).toBeNull();
  });

  it('[MG14] no task above itself, none that waits for itself, however long the way round', async () => {
    const { sam } = world();
    const [a, b, c] = [uuidOf(11), uuidOf(12), uuidOf(13)];
    await sam.write(
      createTask(a),
      createTask(b, { parentId: a }),
      createTask(c, { parentId: b, dependsOn: [a] }),
    );
    const parent = await sam.write(patchTask(a, 0, { parentId: { from: null, to: c } }));
    const waits = await sam.write(patchTask(a, 0, { dependsOn: { from: [], to: [c] } }));
    expect([parent, waits].map((page) => page.results[0])).toMatchObject([
      { code: 'invalid' },
      { code: 'invalid' },
    ]);
  });

  it('[MG14] [H11] what refers to a rejected creation is named with it; what is merely absent is not', async () => {
    const { viv, store, sam } = world();
    await viv.write(createTask(T));
    store.setRole(WS, VIV, 'member');
    const page = await viv.page([
      viv.mutation([patchTask(T, 0, { title: { from: 'Pay rent', to: 'x' } })]),
      viv.mutation([createRow('step', uuidOf(21), { taskId: T, title: 'First', position: 'a0' })]),
      viv.mutation([createRow('step', uuidOf(22), { taskId: uuidOf(31), title: 'Second', position: 'a0' })]),
    ]);
    expect(page.results).toMatchObject([
      { code: 'parent_rejected', rowId: T },
      { code: 'parent_rejected', rowId: T },
      { code: 'not_found' },
    ]);
    const foreign = await sam.write(
      createRow('step', uuidOf(23), { taskId: uuidOf(0xffff), title: 'x', position: 'a0' }),
    );
    expect(foreign.results).toMatchObject([{ code: 'not_found' }]);
  });

  it('[WR5] a broken mutation is its own rejection; a broken envelope or a newer schema is not', async () => {
    const { sam } = world();
    const page = await sam.page([
      { ...sam.mutation([createTask(T, { title: 'a\u0000' })]) },
      sam.mutation([createTask(T)]),
    ]);
    expect(page.results).toMatchObject([{ outcome: 'rejected', code: 'invalid' }, { outcome: 'applied' }]);
    expect(await sam.send([{ seq: 3 }])).toEqual({ kind: 'broken' });
    expect(await sam.send([sam.mutation([createTask(uuidOf(2))], { schema: 99 })])).toEqual({
      kind: 'behind',
    });
  });

  it('[ST5] tells who listens after the commit, and only where something changed', async () => {
    const { sam, told } = world();
    await sam.write(createTask(T));
    await sam.write(patchTask(uuidOf(9), 0, { title: { from: 'a', to: 'b' } }));
    expect(told).toEqual([`${WS} 1 ${uuidOf(0xd1)}`]);
  });

  it('[MG14] [H70] only who is or was a member can be assigned; a stranger and nobody are answered alike', async () => {
    const { sam, store } = world();
    store.setRole(WS, VIV, null);
    const assigned = await sam.page(
      [ANA, VIV, uuidOf(0xcc)].map((assigneeId, n) =>
        sam.mutation([createTask(uuidOf(n + 1), { assigneeId })]),
      ),
    );
    expect(assigned.results.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['applied', undefined],
      ['applied', undefined],
      ['rejected', 'not_found'],
    ]);
  });

  it('[MG14] a cycle closes however long the way round is', async () => {
    const { sam } = world();
    const ids = Array.from({ length: 400 }, (_, n) => uuidOf(0x5000 + n));
    for (let from = 0; from < ids.length; from += 50)
      await sam.write(
        ...ids
          .slice(from, from + 50)
          .map((id, n) => createTask(id, from + n === 0 ? {} : { dependsOn: [ids[from + n - 1] ?? ''] })),
      );
    const close = (field: string, to: string | string[], from: null | string[]) =>
      sam.write(patchTask(ids[0] ?? '', 1, { [field]: { from, to } }));
    expect((await close('dependsOn', [ids[399] ?? ''], [])).results).toMatchObject([
      { outcome: 'rejected', code: 'invalid' },
    ]);
    expect((await close('parentId', ids[399] ?? '', null)).results).toMatchObject([{ outcome: 'applied' }]);
  });
});

/** A row that nobody can touch. */
const poisoned = (row: Row): Row =>
  Object.defineProperty({ ...row }, 'position', {
    enumerable: true,
    get() {
      throw new Error('a bug of ours');
    },
  });
