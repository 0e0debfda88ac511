import { createHash } from 'node:crypto';
import type { Row } from '@holdfast/shared/entities/define-entity';
import { digestLines } from '@holdfast/shared/sync/digest';
import { expect, it } from 'vitest';
import { createMemoryStore } from '../db/memory-store';
import { META, writePosition } from '../db/meta';
import type { HttpAnswer } from '../platform/http';
import { inOneBreath } from '../testing/one-breath';
import { compareDigest, type DigestDeps } from './digest';

const row = (id: string, version: number, deletedAt: number | null = null) =>
  ({ id, workspaceId: 'w', version, stamps: {}, deletedAt, status: 'todo', position: 'a' }) as unknown as Row;
const sha256 = async (text: string) => createHash('sha256').update(text).digest('hex');

async function compare(rows: readonly Row[], theirs: { version: number; entities: object }) {
  const store = inOneBreath(createMemoryStore());
  await store.transaction('relaxed', async (tx) => {
    await tx.putRows('task', rows);
    await writePosition(tx, 'w', { cursor: 'c', version: 7, generation: 0, walk: null, completeAt: 1 });
  });
  const startedOver: string[] = [];
  const answer = await compareDigest(
    {
      store,
      http: {
        send: async (): Promise<HttpAnswer> => ({ kind: 'ok', status: 200, body: theirs, build: null }),
      },
      accountId: 'me',
      sha256,
      now: () => 5,
      startOver: async (id) => void startedOver.push(id),
      report: () => undefined,
    },
    'w',
    new AbortController().signal,
  );
  return { answer, startedOver };
}

it('[DG1] the lines are id:version of live rows, by lower-case id', () => {
  expect(digestLines([row('B', 2), row('a', 1), row('c', 3, 9)])).toEqual(['a:1\n', 'b:2\n']);
});

it('[DG1] equal digests change nothing; one flipped version starts over', async () => {
  const rows = [row('a', 1), row('b', 2)];
  const hash = await sha256('a:1\nb:2\n');
  const equal = await compare(rows, { version: 7, entities: { task: { count: 2, hash } } });
  expect([equal.answer, equal.startedOver]).toMatchObject([{ kind: 'compared', result: 'same' }, []]);
  const flipped = await compare([row('a', 1), row('b', 3)], {
    version: 7,
    entities: { task: { count: 2, hash } },
  });
  expect([flipped.answer, flipped.startedOver]).toMatchObject([
    { kind: 'compared', result: 'differs' },
    ['w'],
  ]);
});

it('[DG1] compares only where both speak of the same version', async () => {
  const { startedOver } = await compare([], { version: 8, entities: { task: { count: 2, hash: 'x' } } });
  expect(startedOver).toEqual([]);
});

it('[DG1] a pending row counts as the server last sent it', async () => {
  const store = inOneBreath(createMemoryStore());
  await store.transaction('relaxed', async (tx) => {
    await tx.putRows('task', [row('a', 1), row('new', 0)]);
    await tx.putConfirmed('task', 'w', 'new', null);
    await tx.putConfirmed('task', 'w', 'a', row('a', 1));
    await writePosition(tx, 'w', { cursor: 'c', version: 7, generation: 0, walk: null, completeAt: 1 });
  });
  const theirs = { version: 7, entities: { task: { count: 1, hash: await sha256('a:1\n') } } };
  const answer = await compareDigest(
    {
      store,
      http: { send: async () => ({ kind: 'ok', status: 200, body: theirs, build: null }) },
      accountId: 'me',
      sha256,
      now: () => 5,
      startOver: () => Promise.reject(new Error('equal')),
      report: () => undefined,
    },
    'w',
    new AbortController().signal,
  );
  expect(answer).toEqual({ kind: 'compared', result: 'same' });
});

it('[DG1] what came of it is noted for who asked: the same, different, gone on meanwhile, no hashes', async () => {
  const theirs = { version: 7, entities: { task: { count: 1, hash: await sha256('a:1\n') } } };
  const noted = async (rows: readonly Row[], digest: object, hash = sha256 as DigestDeps['sha256']) => {
    const store = inOneBreath(createMemoryStore());
    await store.transaction('relaxed', async (tx) => {
      await tx.putRows('task', rows);
      await writePosition(tx, 'w', { cursor: 'c', version: 7, generation: 0, walk: null, completeAt: 1 });
    });
    await compareDigest(
      {
        store,
        http: { send: async () => ({ kind: 'ok', status: 200, body: digest, build: null }) },
        accountId: 'me',
        sha256: hash,
        now: () => 5,
        startOver: async () => undefined,
        report: () => undefined,
      },
      'w',
      new AbortController().signal,
    );
    return store.transaction('read', (tx) => tx.meta(META.verified('w')));
  };
  expect(await noted([row('a', 1)], theirs)).toEqual({ at: 5, result: 'same', entities: [] });
  expect(await noted([row('a', 2)], theirs)).toEqual({ at: 5, result: 'differs', entities: ['task'] });
  expect(await noted([row('a', 1)], { ...theirs, version: 8 })).toMatchObject({ result: 'moved' });
  expect(await noted([row('a', 1)], theirs, async () => null)).toMatchObject({ result: 'unable' });
});
