import { expect, test } from 'vitest';
import type { Bus, BusEvent } from '../deps';
import { type Changed, createHub } from './hub';

function world() {
  const timers = new Map<number, { run: () => void; at: number }>();
  const clock = { now: 0, next: 1 };
  let hear: (event: BusEvent) => void = () => undefined;
  const bus: Bus = {
    publish: (event) => hear(event),
    subscribe: (listener) => {
      hear = listener;
      return () => {
        hear = () => undefined;
      };
    },
  };
  const hub = createHub(bus, {
    set: (run, ms) => {
      timers.set(clock.next, { run, at: clock.now + ms });
      return clock.next++;
    },
    clear: (timer) => void timers.delete(timer as number),
  });
  const heard: (Changed & { at: number })[] = [];
  const listen = (accountId = 'ana') =>
    hub.add({
      accountId,
      sessionId: 's',
      changed: (event) => heard.push({ ...event, at: clock.now }),
      joined: () => undefined,
      revoked: () => undefined,
      ended: () => undefined,
    });
  const pass = (ms: number) => {
    for (const end = clock.now + ms; clock.now < end; clock.now += 1)
      for (const [id, { run, at }] of [...timers])
        if (at <= clock.now) {
          timers.delete(id);
          run();
        }
  };
  const changed = (version: number, deviceId: string | null = 'd1', workspaceId = 'w') =>
    bus.publish({ kind: 'changed', workspaceId, version, deviceId });
  return { hub, heard, listen, pass, changed, timers };
}

test('[ST5] the first at once, then at most ten a second for each workspace, the newest for all between', () => {
  const { heard, listen, pass, changed } = world();
  listen();
  for (let version = 1; version <= 1000; version++) {
    changed(version);
    pass(1);
  }
  pass(200);
  expect(heard[0]).toEqual({ workspaceId: 'w', version: 1, deviceId: 'd1', at: 0 });
  expect(heard.length).toBeLessThanOrEqual(11);
  expect(heard.length).toBeGreaterThanOrEqual(10);
  expect(heard.at(-1)?.version).toBe(1000);
});

test('[ST5] one workspace’s rush delays no other', () => {
  const { heard, listen, changed } = world();
  listen();
  changed(1);
  changed(2);
  changed(7, 'd1', 'other');
  expect(heard.map(({ workspaceId, version }) => [workspaceId, version])).toEqual([
    ['w', 1],
    ['other', 7],
  ]);
});

test('[ST1] a device is named only where all that an event stands for was its own', () => {
  const { heard, listen, pass, changed } = world();
  listen();
  changed(1, 'd1');
  changed(2, 'd1');
  changed(3, 'd1');
  pass(150);
  changed(4, 'd1');
  changed(5, 'd2');
  changed(6, 'd1');
  pass(150);
  expect(heard.map(({ version, deviceId }) => [version, deviceId])).toEqual([
    [1, 'd1'],
    [3, 'd1'],
    [6, undefined],
  ]);
});

test('[H54] nothing is left when all is quiet, nor after the end', () => {
  const { hub, listen, pass, changed, timers } = world();
  const leave = [listen(), listen('ben')];
  expect([hub.listeners(), hub.listeners('ben')]).toEqual([2, 1]);
  changed(1);
  for (const remove of leave) remove();
  pass(300);
  expect([hub.listeners(), hub.resting(), timers.size]).toEqual([0, 0, 0]);
  changed(2);
  hub.close();
  expect(timers.size).toBe(0);
});
