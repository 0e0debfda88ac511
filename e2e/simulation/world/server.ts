/**
 * The server: the real core behind a door that answers as `routes.ts` does. Its storage port is where it is made to
 * crash before or in the middle of a commit, and to trip over one row.
 */

import type { Mutation } from '@holdfast/shared/sync/op';
import { cursorSchema, HEADERS, PULL_LIMIT, pushRequestSchema } from '@holdfast/shared/sync/protocol';
import { groupCommits } from '../../../api/src/sync/group-commits';
import { pull } from '../../../api/src/sync/pull';
import { push } from '../../../api/src/sync/push';
import type { GroupingStore, Scope, ServerTransaction } from '../../../api/src/sync/server-store';
import type { Ledger } from '../laws/ledger';
import { createDice } from './dice';
import { faulty } from './faulty-transaction';
import { type Ask, noAccess, ok, problem, type Reply } from './replies';
import type { Sessions } from './sessions';
import type { Timeline } from './timeline';

/** The connection broke: no answer at all. */
export class Down extends Error {}

export interface Server {
  /** Throws `Down` where nobody answers. */
  handle(ask: Ask): Promise<Reply>;
  /** Down from now on, for so long. */
  down(ms: number): void;
  /** The next transaction that writes stops at its nth call, and the process with it. */
  crashInside(call: number): void;
  /** The next push is committed, and the process dies before it answers. */
  crashAfter(): void;
  /** From now on touching the row throws, as a bug of a handler would. */
  trip(rowId: string): void;
  untrip(rowId: string): void;
  /** Written by a newer schema: this server is being rolled back for so long. */
  behind(ms: number): void;
  heal(): void;
}

export interface ServerOptions {
  readonly time: Timeline;
  readonly store: () => GroupingStore;
  readonly ledger: Ledger;
  readonly sessions: Sessions;
  readonly seed: number;
  /** So many deletes are a mass change; the product's own number where it is absent. */
  readonly massRows: number | undefined;
  readonly changed: (workspaceId: string, version: number, deviceId: string) => void;
  readonly fault: (kind: string) => void;
}

type Work<T> = (tx: ServerTransaction) => Promise<T>;

export function createServer(options: ServerOptions): Server {
  const { time, ledger, sessions } = options;
  const dice = createDice('server', options.seed);
  const tripping = new Set<string>();
  let downUntil = 0;
  let behindUntil = 0;
  let crashAt = 0;
  let dieAfter = false;

  /** Storage takes its time: two requests meet between the transactions of each, and pushes come while one commits. */
  const slow: GroupingStore = {
    async transaction(scope, work) {
      await reach(scope.mode);
      return time.outside(options.store().transaction(scope, failing(scope, work)));
    },
    async together(jobs) {
      await reach('write');
      options.fault('group');
      const failings = jobs.map(({ scope, work }) => ({ scope, work: failing(scope, work) }));
      return time.outside(options.store().together(failings));
    },
  };
  const store = ledger.observe(groupCommits(slow, () => undefined));

  async function reach(mode: Scope['mode']): Promise<void> {
    // A commit that waits for the disk: pushes queue behind it, and share the next one.
    const isSlow = mode === 'write' && dice.chance(0.1);
    await time.sleep(isSlow ? dice.between(200, 4_000) : dice.between(1, 6));
    if (isDown()) throw new Down();
  }

  const failing =
    <T>(scope: Scope, work: Work<T>): Work<T> =>
    (tx) => {
      let left = 0;
      if (scope.mode === 'write' && crashAt > 0) {
        left = crashAt;
        crashAt = 0;
      }
      return work(
        faulty(tx, tripping, () => {
          if (left > 0 && --left === 0) {
            options.fault('server-before');
            downUntil = time.now() + 2_000;
            throw new Down();
          }
        }),
      );
    };
  const isDown = (): boolean => time.now() < downUntil;

  async function handle(ask: Ask): Promise<Reply> {
    if (isDown()) throw new Down();
    const url = new URL(ask.path, 'http://holdfast.test');
    if (url.pathname === '/auth/refresh') {
      const { rid, deviceId } = JSON.parse(ask.body ?? '{}') as { rid: string; deviceId: string };
      const cookies = sessions.refresh(ask.cookies, rid, deviceId);
      return cookies ? { ...ok(ask, {}), cookies } : problem(ask, 401, 'unauthenticated');
    }
    const accountId = sessions.accountOf(ask.cookies);
    if (accountId === null) return problem(ask, 401, 'unauthenticated');
    if (ask.headers[HEADERS.account] !== accountId) return problem(ask, 409, 'other_account');
    if (url.pathname === '/sync/push') return answerPush(ask, accountId);
    if (url.pathname === '/sync/pull') return answerPull(ask, url.searchParams, accountId);
    if (url.pathname === '/sync/digest') return answerDigest(ask, url.searchParams, accountId);
    return problem(ask, 404, 'not_found');
  }

  async function answerPush(ask: Ask, accountId: string): Promise<Reply> {
    const parsed = pushRequestSchema.safeParse(JSON.parse(ask.body ?? 'null'));
    if (!parsed.success) return problem(ask, 400, 'bad_request');
    if (time.now() < behindUntil) {
      options.fault('behind');
      return problem(ask, 503, 'behind', {}, { 'retry-after': '20' });
    }
    ledger.heard(parsed.data.mutations as readonly Mutation[]);
    const answer = await push(
      {
        store,
        now: () => Math.floor(time.now()),
        newMark: () => Buffer.from(dice.bytes(8)).toString('hex'),
        isAway: (error) => error instanceof Down,
        massRows: options.massRows,
        changed: options.changed,
      },
      accountId,
      parsed.data,
      PULL_LIMIT.default,
    );
    if (answer.kind === 'page' && dieAfter) {
      dieAfter = false;
      options.fault('server-after');
      downUntil = time.now() + 2_000;
      throw new Down();
    }
    if (answer.kind === 'page') return ok(ask, answer.page);
    if (answer.kind === 'gap') return problem(ask, 409, 'gap', { ack: answer.ack });
    if (answer.kind === 'device_forked') return problem(ask, 409, 'device_forked');
    if (answer.kind === 'behind') return problem(ask, 503, 'behind', {}, { 'retry-after': '60' });
    if (answer.kind === 'broken') return problem(ask, 400, 'bad_request');
    return noAccess(ask, answer.kind);
  }

  async function answerPull(ask: Ask, query: URLSearchParams, accountId: string): Promise<Reply> {
    const cursor = query.get('cursor');
    if (cursor !== null && !cursorSchema.safeParse(cursor).success) return problem(ask, 400, 'bad_request');
    const answer = await pull(store, Math.floor(time.now()), {
      accountId,
      workspaceId: query.get('workspaceId') ?? '',
      deviceId: query.get('deviceId') ?? '',
      cursor,
      ack: Number(query.get('ack') ?? 0),
      // Small pages, so that first loads and walks take several.
      limit: Math.min(Number(query.get('limit') ?? PULL_LIMIT.default), PAGE),
    });
    if (answer.kind === 'page') return ok(ask, answer.page);
    return answer.kind === 'other_device' ? problem(ask, 409, 'device_forked') : noAccess(ask, answer.kind);
  }

  async function answerDigest(ask: Ask, query: URLSearchParams, accountId: string): Promise<Reply> {
    const workspaceId = query.get('workspaceId') ?? '';
    const answer = await store.transaction({ accountId, workspaceId, mode: 'snapshot' }, async (tx) => {
      const membership = await tx.membership();
      if (membership.kind !== 'member') return membership.kind;
      const [head, { member: _, workspace: __, ...entities }] = await Promise.all([tx.head(), tx.digest()]);
      // Who is in a workspace is founded without versions here: on Postgres these rows are there, and no pull brings them.
      return { version: head.version, entities };
    });
    return typeof answer === 'string' ? noAccess(ask, answer) : ok(ask, answer);
  }

  return {
    handle,
    down(ms) {
      downUntil = time.now() + ms;
    },
    crashInside(call) {
      crashAt = call;
    },
    crashAfter() {
      dieAfter = true;
    },
    trip: (rowId) => tripping.add(rowId),
    untrip: (rowId) => tripping.delete(rowId),
    behind(ms) {
      behindUntil = time.now() + ms;
    },
    heal() {
      downUntil = 0;
      behindUntil = 0;
      crashAt = 0;
      dieAfter = false;
    },
  };
}

const PAGE = 15;
