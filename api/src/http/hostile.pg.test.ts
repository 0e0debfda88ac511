/** What somebody sends who means harm: words that are code elsewhere, headers that lie, paths that should not be there. */

import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { behindSocket } from '../testing/behind-socket';
import { anId, SyncClient } from '../testing/sync-client';
import { createRow, createTask, patchTask } from '../testing/sync-device';
import { createTestApp, type TestApp } from '../testing/test-app';

let at: TestApp;
let eve: SyncClient;
beforeAll(async () => {
  at = await createTestApp(inject('postgresAdminUrl'));
  const person = await at.person('Eve');
  const { workspaces } = (await person.ask('/auth/me')).body as { workspaces: { id: string }[] };
  eve = new SyncClient(person, workspaces[0]?.id ?? '');
});
afterAll(() => at.close());

const titleOf = async (id: string): Promise<unknown> => {
  const page = await new SyncClient(eve.browser, eve.workspaceId).page();
  return page.changes.find(({ row }) => row.id === id)?.row.title;
};

describe('words are words', () => {
  test.each([
    `'; drop table task; --`,
    '$1 $2 {{7*7}} %s %n',
    `\\'; \\x00 \\u0000`,
    'a\u2028b\u2029c',
    '<img src=x onerror=alert(1)><svg onload=alert(1)>',
    '{"$gt":""}',
    '../../../../etc/passwd',
    'line one\r\nSet-Cookie: a=b\r\n\r\n<html>',
  ])('in every field that takes them they come back as they were: %j', async (words) => {
    const [task, project, label, comment] = [anId(), anId(), anId(), anId()];
    const { results } = await eve.write(
      createTask(task, { title: words, description: words, blockedReason: words, custom: { size: words } }),
      createRow('project', project, { name: words, position: 'a0' }),
      createRow('label', label, { name: words }),
      createRow('comment', comment, { taskId: task, body: words }),
      createRow('filter', anId(), { name: words, query: words, position: 'a0' }),
    );
    expect(results).toMatchObject([{ outcome: 'applied' }]);
    const page = await new SyncClient(eve.browser, eve.workspaceId).page();
    const row = (id: string) => page.changes.find((change) => change.row.id === id)?.row;
    expect(row(task)).toMatchObject({ title: words, description: words, custom: { size: words } });
    expect([row(project)?.name, row(label)?.name, row(comment)?.body]).toEqual([words, words, words]);
    for (const logged of at.logged) expect(logged).not.toContain(words.slice(0, 12));
  });

  test.each(["1'--", '9.$1', '1.2.3', '%00', '1;select pg_sleep(9)', 'NaN.x', '9'.repeat(190)])(
    'a cursor of %j is one that nobody gave',
    async (cursor) => {
      const answer = await eve.pull({ cursor });
      expect(answer).toMatchObject({ status: 200, body: { reset: true } });
    },
  );
});

describe('[WR5] names that objects have already', () => {
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    '%s is no entity, no field, no custom key that changes anything for others',
    async (name) => {
      const id = anId();
      await eve.write(createTask(id));
      const from = { [name]: { from: null, to: 'x' } };
      const own = (key: string, value: unknown) =>
        JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`);
      for (const changes of [own(name, { from: null, to: 'x' }), own(`custom.${name}.${name}`, from[name])]) {
        const { results } = await eve.write({ ...patchTask(id, 1, {}), changes });
        expect(results).toMatchObject([{ outcome: 'rejected', code: 'invalid' }]);
      }
      const answer = await eve.push([eve.mutation([{ ...createTask(anId()), entity: name }])]);
      expect(answer.body.results).toMatchObject([{ outcome: 'rejected', code: 'invalid' }]);
      await eve.write(
        patchTask(id, 1, { [`custom.${name}`]: { from: null, to: { polluted: true } } } as never),
      );
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      expect(await titleOf(id)).toBe('Pay rent');
    },
  );
});

describe('[AC1] headers that lie', () => {
  const limits = { signUpsPerHour: 9, signInsPerQuarterHour: 3, pushesPerMinute: 9, readsPerMinute: 9 };
  const guess = { email: 'nobody@example.org', password: 'not the one at all' };

  /** Guesses over a real socket, each time as somebody else by its own words. */
  const guesses = async (proxies: number, header: (n: number) => string): Promise<number[]> => {
    const limited = await createTestApp(inject('postgresAdminUrl'), { limits, proxies });
    const { origin, close } = await behindSocket(limited.app);
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++) {
      const headers = {
        'Content-Type': 'application/json',
        Origin: origin,
        'X-Forwarded-For': header(n),
        'X-Real-IP': header(n),
        Forwarded: `for=${header(n)}`,
      };
      const body = JSON.stringify(guess);
      statuses.push((await fetch(`${origin}/auth/sign-in`, { method: 'POST', headers, body })).status);
    }
    await close();
    await limited.close();
    return statuses;
  };

  test('without a proxy nobody is whom X-Forwarded-For says', async () => {
    expect(await guesses(0, (n) => `10.0.0.${n}`)).toEqual([401, 401, 401, 429, 429]);
  });

  test('behind one only what that proxy wrote counts: the last hop', async () => {
    expect(await guesses(1, (n) => `10.0.0.${n}, 192.0.2.7`)).toEqual([401, 401, 401, 429, 429]);
    expect(await guesses(1, (n) => `192.0.2.7, 10.0.0.${n}`)).toEqual([401, 401, 401, 401, 401]);
  });

  test('the many addresses of one IPv6 network are one', async () => {
    expect(await guesses(1, (n) => `2001:db8:1:2:${n}::7`)).toEqual([401, 401, 401, 429, 429]);
  });
});

test('[WR2] what is no address of ours answers alike, whatever other programs keep there', async () => {
  const paths = ['/api/.env', '/api/.git/config', '/api/debug', '/auth/admin', '/api/metrics', '/api/test'];
  const absent = await at.ask('/api/nothing-here');
  for (const path of [...paths, '/api/%00', '/api/%2e%2e%2f.env'])
    expect(await at.ask(path), path).toMatchObject({ status: absent.status, body: { code: 'not_found' } });
});
