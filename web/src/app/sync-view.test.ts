import { expect, it } from 'vitest';
import { noFacts } from '../sync/status-net';
import { createSyncView } from './sync-view';

const deps = {
  now: () => 10_000,
  time: (at: number) => `t${at}`,
  createAlarm: () => ({ set: () => undefined }),
  syncNow: () => undefined,
  compare: () => undefined,
};
const net = { ...noFacts(10_000), streamDeadSince: null };
const open = () =>
  createSyncView(deps, {
    storage: 'fine',
    standing: 'in',
    workspaceId: 'w',
    net,
    historyRead: false,
    counts: { waiting: 0, needsYou: 0, forAdmins: 0, alone: true },
  });

it('[H47] a first load is told once it is known that nothing was ever held here, and ends with the last row', () => {
  const view = open();
  expect(view.get().firstLoad).toBe(false);
  expect(view.get().statement.kind).toBe('reading');
  view.update({ historyRead: true });
  expect(view.get().firstLoad).toBe(true);
  expect(view.get().statement.text).toBe('Getting your tasks');
  view.update({ net: { ...net, asOf: { w: 9_000 } } });
  expect(view.get().firstLoad).toBe(false);
});

it('[DG1] what was written here waits from that moment, not from when it is counted', () => {
  const view = open();
  view.wrote();
  expect(view.get().waiting).toBe(1);
  view.update({ counts: { waiting: 3, needsYou: 0, alone: true, forAdmins: 0 } });
  view.wrote();
  expect(view.get().waiting).toBe(3);
});

it('nothing is awaited from a server that does not know the workspace, nor while signed out', () => {
  const view = open();
  view.update({ historyRead: true, net: { ...net, unknown: ['w'] } });
  expect(view.get().firstLoad).toBe(false);
  view.update({ net: { ...net, session: 'out' } });
  expect(view.get().firstLoad).toBe(false);
});

it('[CL10] what the store does with what it is given comes before every other statement', () => {
  const view = open();
  view.update({ storage: 'full' });
  expect(view.get().statement).toMatchObject({ kind: 'not-saved', text: 'This device is full' });
});
