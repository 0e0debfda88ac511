/** The server's storage port on Postgres: tenant transactions, run again where they lost a race. */

import { codeOf } from '../db/error-code';
import type { Ask, Sql } from '../db/pool';
import { asAccount, asSeveral } from '../db/tenant';
import { fieldHistory } from './postgres/field-history';
import type { Ground } from './postgres/ground';
import { knownMutations } from './postgres/known-mutations';
import { massGuard } from './postgres/mass-guard';
import { opening } from './postgres/opening';
import { pages } from './postgres/pages';
import { type RecentRows, recentRows } from './postgres/recent-rows';
import { storedRows } from './postgres/rows';
import { who } from './postgres/who';
import { writes } from './postgres/writes';
import type { GroupingStore, Job, ServerTransaction } from './server-store';

/**
 * Writers of a workspace take turns behind a lock of it, not of the device's row alone: a new device has no row yet, and
 * pushes that share a transaction would else lock rows in an order of their own and lock each other out.
 */
export const createPostgresStore = (sql: Sql): GroupingStore => ({
  transaction: (scope, work) =>
    again((attempt) =>
      asAccount(
        sql,
        scope.accountId,
        (tx) => perform(tx, { scope, work }, attempt, recentRows()),
        scope.mode === 'snapshot' ? { snapshot: true } : { turn: scope.workspaceId },
      ),
    ),
  together: <T>(jobs: readonly Job<T>[]) => asSeveral(sql, (as) => sideBySide(as, jobs)),
});

type As = (accountId: string, turn: string) => Ask;

/**
 * Workspaces know nothing of each other: what all have to ask first goes out together, and so does what all leave. In
 * order of their ids, so that two who take the same locks never wait for each other.
 */
async function sideBySide<T>(as: As, jobs: readonly Job<T>[]): Promise<T[]> {
  const ids = [...new Set(jobs.map(({ scope }) => scope.workspaceId))].sort();
  const results = new Map<Job<T>, T>();
  const workspaces = ids.map(async (id) => {
    const here = jobs.filter(({ scope }) => scope.workspaceId === id);
    for (const [index, result] of (await inTurn(as, here)).entries()) {
      const job = here[index];
      if (job) results.set(job, result);
    }
  });
  try {
    await Promise.all(workspaces);
  } finally {
    // Of a transaction that failed nothing is under way any more when it ends.
    await Promise.allSettled(workspaces);
  }
  return jobs.map((job) => results.get(job) as T);
}

/**
 * One connection answers in the order in which it is asked: once all that a job has to ask is on its way, the next one's
 * first questions follow it, and find what it wrote. Waiting for each answer cost a shared workspace a sixth of its pushes.
 */
async function inTurn<T>(as: As, jobs: readonly Job<T>[]): Promise<T[]> {
  const running: Promise<T>[] = [];
  const recent = recentRows();
  try {
    for (const job of jobs) {
      const passed = new Promise<void>((passOn) => {
        const ask = as(job.scope.accountId, job.scope.workspaceId);
        running.push(perform(ask, job, 1, recent, passOn));
      });
      await Promise.race([passed, running.at(-1)]);
    }
    return await Promise.all(running);
  } finally {
    await Promise.allSettled(running);
  }
}

async function perform<T>(
  tx: Ask,
  { scope, work }: Job<T>,
  attempt: number,
  recent: RecentRows,
  passOn: () => void = () => undefined,
): Promise<T> {
  const last: (() => Promise<void>)[] = [];
  const beforeEnd = (left: () => Promise<void>) => last.push(left);
  const result = await work(on({ tx, ws: scope.workspaceId, scope, attempt, beforeEnd, recent, passOn }));
  for (const left of last) await left();
  return result;
}

/** Written out: put together by spreading, it had no shape that is known ahead, and each push was the slower for it (072). */
function on(ground: Ground): ServerTransaction {
  const { membership, membersAmong, device, deviceNames } = who(ground);
  const { open } = opening(ground);
  const { resultsAfter, rejectedCreations, chainOf } = knownMutations(ground);
  const { rows, linksAbove } = storedRows(ground);
  const { history, rowHistory } = fieldHistory(ground);
  const { deletions, census, tasksOf, openHolds, heldOf, heldByIds } = massGuard(ground);
  const { head, marks, changesAbove, digest } = pages(ground);
  const {
    takeVersions,
    writeRows,
    insertRows,
    writeHistory,
    writeMutations,
    writeHeld,
    deleteHeld,
    putDevice,
    nothingFollows,
  } = writes(ground);
  return {
    membership,
    open,
    membersAmong,
    device,
    putDevice,
    deviceNames,
    resultsAfter,
    rejectedCreations,
    rows,
    linksAbove,
    chainOf,
    history,
    rowHistory,
    deletions,
    census,
    tasksOf,
    openHolds,
    heldOf,
    heldByIds,
    head,
    marks,
    changesAbove,
    digest,
    takeVersions,
    writeRows,
    insertRows,
    writeHistory,
    writeMutations,
    writeHeld,
    deleteHeld,
    nothingFollows,
  };
}

/** Deadlock, serialization, unique violation: what a race ends in. Beyond so many attempts it was none. */
const RACES = ['40P01', '40001', '23505'];
const ATTEMPTS = 4;

async function again<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt === ATTEMPTS || !RACES.includes(codeOf(error))) throw error;
    }
  }
}
