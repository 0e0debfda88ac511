/** The syncing place between its tab, the other tabs and the engine; the engine, its machine and the store are the real ones. */
import { expect, test } from 'vitest';
import { createMemoryStore } from '../db/memory-store';
import type { HttpAnswer } from '../platform/http';
import type { Hold } from '../platform/locks';
import { createSyncCore } from '../sync/engine-core';
import { inOneBreath } from '../testing/one-breath';
import { createSyncPlace } from './sync-place';

const WS = '00000000-0000-4000-8000-000000000001';
const ANA = '00000000-0000-4000-8000-00000000000a';
const signedOut: HttpAnswer = {
  kind: 'refused',
  status: 401,
  code: 'unauthenticated',
  problem: { type: '', title: '', status: 401, code: 'unauthenticated' },
  retryAfterMs: null,
  build: null,
};

/** Everything that is under way without a timer. */
const settle = async () => {
  for (let n = 0; n < 300; n++) await Promise.resolve();
};

/** Tabs of one browser on one device, whose lock is given only when the test says so. */
function browser() {
  const compared: string[] = [];
  const asked: string[] = [];
  const failed: unknown[] = [];
  let reading: Promise<void> = Promise.resolve();
  const losing: (() => void)[] = [];
  const channels: { heard: (message: unknown) => void }[] = [];
  const waiting: (() => void)[] = [];
  const hold: Hold = (_name, options, work) =>
    new Promise((resolve) => {
      const lost = new AbortController();
      options.signal?.addEventListener('abort', () => resolve('called-off'));
      losing.push(() => lost.abort());
      waiting.push(() => void work(lost.signal).then(() => resolve('ran')));
    });
  const entropy = { now: () => 1_000, randomBytes: (length: number) => new Uint8Array(length).fill(7) };
  const core = createSyncCore({
    ...entropy,
    store: inOneBreath(createMemoryStore()),
    accountId: ANA,
    reportRefused: () => undefined,
  });
  const createAlarm = () => ({ set: () => undefined });
  let isSignedIn = true;
  const atHead = {
    ack: 0,
    now: 0,
    results: [],
    changes: [],
    cursor: '0.0',
    version: 0,
    more: false,
    reset: false,
  };

  const open = () =>
    createSyncPlace({
      account: { id: ANA, ids: [WS], active: WS },
      sync: {
        core,
        http: {
          async send({ path }) {
            asked.push(path.replace(/\?.*/, ''));
            if (!isSignedIn) return signedOut;
            return { kind: 'ok', status: 200, body: atHead, build: null };
          },
        },
        accountId: ANA,
        deviceName: 'Test',
        now: entropy.now,
        random: () => 0.5,
        createAlarm,
        refresh: async () => ({ kind: isSignedIn ? 'refreshed' : 'signed-out' }),
        digest: async (workspaceId) => {
          compared.push(workspaceId);
          return { kind: 'unreachable' };
        },
        heardBuild: () => undefined,
      },
      openFeed: () => ({ close: () => undefined }),
      hold,
      openChannel(heard) {
        const channel = { heard };
        channels.push(channel);
        return {
          post: (message) => {
            // As the browser's.
            if (!channels.includes(channel)) throw new DOMException('closed', 'InvalidStateError');
            for (const other of channels) if (other !== channel) other.heard(structuredClone(message));
          },
          close: () => void channels.splice(channels.indexOf(channel), 1),
        };
      },
      createAlarm,
      isVisible: () => true,
      // Compared a moment ago: none is due by itself.
      history: async () => {
        await reading;
        return { digested: { [WS]: entropy.now() }, asOf: {} };
      },
      facts: () => undefined,
      left: () => undefined,
      needsUpdate: () => undefined,
      askMe: () => undefined,
      storeFailed: (error) => void failed.push(error),
    });

  return {
    open,
    compared,
    /** Paths of the requests. */
    asked,
    /** What the store refused. */
    failed,
    /** Whether the browser's cookies name a session. */
    signIn(yes: boolean): void {
      isSignedIn = yes;
    },
    failReading(): void {
      reading = Promise.reject(new Error('the store is silent'));
      reading.catch(() => undefined);
    },
    /** Until called, nobody who begins to lead reads what is known from before. */
    holdReading(): () => void {
      let go: () => void = () => undefined;
      reading = new Promise((resolve) => {
        go = resolve;
      });
      return go;
    },
    /** From the tab that asked for it first. */
    takeLock: () => losing.shift()?.(),
    /** To the tab that has waited longest. */
    async giveLock() {
      waiting.shift()?.();
      await settle();
    },
  };
}

test('[DG1] what a tab wants compared before any tab leads is compared as soon as it does, once', async () => {
  const { open, compared, giveLock } = browser();
  const place = open();
  place.tell({ kind: 'compare', workspaceId: WS });
  await settle();
  expect(compared).toEqual([]);
  await giveLock();
  expect(compared).toEqual([WS]);
  await place.stop();
});

test('[DG1] the tab that leads compares for another; by itself it compares nothing that was compared lately', async () => {
  const { open, compared, giveLock } = browser();
  const [leading, other] = [open(), open()];
  await giveLock();
  expect(compared).toEqual([]);
  other.tell({ kind: 'compare', workspaceId: WS });
  await settle();
  expect(compared).toEqual([WS]);
  await Promise.all([leading.stop(), other.stop()]);
});

test('[CL6] [H49] a tab that lost the lock before it had begun to lead tells the one that leads, and asks nothing itself', async () => {
  const { open, asked, compared, giveLock, holdReading, takeLock } = browser();
  const [slow, other] = [open(), open()];
  const go = holdReading();
  await giveLock();
  takeLock();
  go();
  await giveLock();
  asked.length = 0;
  slow.tell({ kind: 'compare', workspaceId: WS });
  slow.workspaces([WS], WS);
  await settle();
  expect(compared).toEqual([WS]);
  await other.stop();
  asked.length = 0;
  slow.online();
  await settle();
  expect(asked).toEqual([]);
  await slow.stop();
});

test('[H57] [CL1] a write while the tab makes way for a new version is a write, though nobody syncs any more', async () => {
  const { open } = browser();
  const place = open();
  await place.stop();
  expect(() => place.tell({ kind: 'wrote', workspaceId: WS })).not.toThrow();
  expect(() => place.visible(true)).not.toThrow();
});

test('[H62] [CL6] signed in again in a tab that does not sync: the one that does goes on', async () => {
  const { open, asked, giveLock, signIn } = browser();
  signIn(false);
  const [leading, other] = [open(), open()];
  await giveLock();
  asked.length = 0;
  signIn(true);
  leading.tell({ kind: 'tap' });
  await settle();
  expect(asked).toEqual([]);
  other.tell({ kind: 'signed-in' });
  await settle();
  expect(asked).toContain('/sync/pull');
  await Promise.all([leading.stop(), other.stop()]);
});

test('[CL10] [H40] a store that does not answer when the tab begins to lead keeps it from nothing', async () => {
  const { open, asked, failed, failReading, giveLock } = browser();
  const place = open();
  failReading();
  await giveLock();
  expect(failed).toHaveLength(1);
  expect(asked).toContain('/sync/pull');
  await place.stop();
});
