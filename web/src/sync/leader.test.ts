import { expect, it } from 'vitest';
import type { Hold } from '../platform/locks';
import { createLeader, type Leader, type LeaderMessage } from './leader';

/** One browser: a lock, a clock, and tabs that hear each other's messages. */
function browser() {
  let now = 0;
  const alarms: { at: number | null; ring: () => void }[] = [];
  const tabs: { leader: Leader; frozen: boolean; visible: boolean }[] = [];
  let holder: { release: () => void; lost: AbortController } | null = null;
  const queue: { grant: () => void; signal: AbortSignal | undefined }[] = [];

  const hold: Hold = (_name, options, work) =>
    new Promise((resolve) => {
      let mine: typeof holder = null;
      const grant = () => {
        const lost = new AbortController();
        mine = { lost, release: () => undefined };
        holder = mine;
        void work(lost.signal).then(() => {
          resolve(lost.signal.aborted ? 'stolen' : 'ran');
          if (holder === mine) {
            holder = null;
            next();
          }
        });
      };
      if (options.steal) {
        holder?.lost.abort();
        grant();
      } else {
        options.signal?.addEventListener('abort', () => {
          const at = queue.findIndex((one) => one.grant === grant);
          if (at < 0) return;
          queue.splice(at, 1);
          resolve('called-off');
        });
        queue.push({ grant, signal: options.signal });
        if (holder === null) next();
      }
    });
  const next = () => queue.shift()?.grant();
  const settle = async () => {
    for (let n = 0; n < 20; n++) await Promise.resolve();
  };

  return {
    settle,
    open(): (typeof tabs)[number] {
      const tab: (typeof tabs)[number] = {
        frozen: false,
        visible: true,
        leader: createLeader({
          lockName: 'sync',
          hold,
          now: () => now,
          isVisible: () => tab.visible,
          post(message: LeaderMessage) {
            for (const other of tabs) if (other !== tab && !other.frozen) other.leader.heard(message);
          },
          createAlarm(ring) {
            const alarm = { at: null as number | null, ring: () => void (tab.frozen || ring()) };
            alarms.push(alarm);
            return {
              set(inMs) {
                alarm.at = inMs === null ? null : now + inMs;
              },
            };
          },
          lead: (stop) => new Promise((resolve) => stop.addEventListener('abort', () => resolve())),
        }),
      };
      tabs.push(tab);
      tab.leader.start();
      return tab;
    },
    async pass(ms: number) {
      const until = now + ms;
      for (;;) {
        const due = alarms
          .filter((alarm) => alarm.at !== null && alarm.at <= until)
          .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))[0];
        if (due === undefined) break;
        now = Math.max(now, due.at ?? now);
        due.at = null;
        due.ring();
        await settle();
      }
      now = until;
    },
  };
}

it('[CL6] one tab leads; when it ends, another takes over', async () => {
  const b = browser();
  const [first, second] = [b.open(), b.open()];
  await b.settle();
  expect([first.leader.isLeading(), second.leader.isLeading()]).toEqual([true, false]);
  await b.pass(120_000);
  expect([first.leader.isLeading(), second.leader.isLeading()]).toEqual([true, false]);
  await first.leader.stop();
  await b.settle();
  expect(second.leader.isLeading()).toBe(true);
});

it('[H49] a frozen tab loses the lock after 30 s without a beat', async () => {
  const b = browser();
  const [first, second] = [b.open(), b.open()];
  await b.settle();
  first.frozen = true;
  await b.pass(29_000);
  expect(second.leader.isLeading()).toBe(false);
  await b.pass(10_000);
  expect(second.leader.isLeading()).toBe(true);
  // The frozen one wakes up, hears that it lost, and waits its turn.
  first.frozen = false;
  await b.settle();
  await b.pass(60_000);
  expect([first.leader.isLeading(), second.leader.isLeading()]).toEqual([false, true]);
});

it('[H49] a hidden tab steals from nobody', async () => {
  const b = browser();
  const [first, second] = [b.open(), b.open()];
  await b.settle();
  first.frozen = true;
  second.visible = false;
  await b.pass(120_000);
  expect(second.leader.isLeading()).toBe(false);
});

it('[CL6] a hidden tab hands over to one that comes to the front', async () => {
  const b = browser();
  const [first, second] = [b.open(), b.open()];
  await b.settle();
  second.leader.visible();
  await b.settle();
  expect(first.leader.isLeading()).toBe(true);
  first.visible = false;
  second.leader.visible();
  await b.settle();
  expect([first.leader.isLeading(), second.leader.isLeading()]).toEqual([false, true]);
});
