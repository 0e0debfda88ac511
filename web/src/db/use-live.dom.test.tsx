import 'fake-indexeddb/auto';
import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testContext } from '../testing/write-context';
import { databaseName, HoldfastDatabase } from './db';
import { createDexieStore } from './dexie-store';
import type { Query } from './live';
import { mutate } from './mutate';
import { DatabaseProvider, useLive, useLiveKept } from './use-live';

let count = 0;
let db: HoldfastDatabase;
beforeEach(async () => {
  count += 1;
  db = new HoldfastDatabase(databaseName(`use-live-${count}`));
  await db.open();
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

const add = (n: number) =>
  mutate(testContext(createDexieStore(db), n), {
    workspaceId: WORKSPACE,
    name: 'task.add',
    ops: [{ op: 'create', entity: 'task', id: uuidOf(n), values: { title: `Task ${n}`, position: `a${n}` } }],
  });
const liveCount =
  (workspaceId: string): Query<number> =>
  (read) =>
    read.count('task', { index: 'place', from: [workspaceId, 0] });

function Count({ workspaceId, kept }: { workspaceId: string; kept?: boolean }) {
  const use = kept ? useLiveKept : useLive;
  const live = use(liveCount(workspaceId), [workspaceId]);
  return <p>{live.state === 'ready' ? `${live.value} here` : live.state}</p>;
}
const shown = (workspaceId: string, kept = false) => (
  <DatabaseProvider value={db}>
    <Count workspaceId={workspaceId} kept={kept} />
  </DatabaseProvider>
);

describe('a component with a live query', () => {
  it('says loading first, then what is there, then what comes', async () => {
    render(shown(WORKSPACE));
    expect(screen.getByText('loading')).toBeDefined();
    await screen.findByText('0 here');
    await act(async () => {
      await add(1);
    });
    await screen.findByText('1 here');
  });

  it('asks anew when what it depends on changes; the kept one shows the last answer meanwhile', async () => {
    await add(1);
    const { rerender } = render(shown(WORKSPACE, true));
    await screen.findByText('1 here');
    rerender(shown(uuidOf(0xa9), true));
    expect(screen.getByText('1 here')).toBeDefined();
    await screen.findByText('0 here');
  });

  it('[H47] says that it cannot read, instead of showing nothing', async () => {
    render(
      <DatabaseProvider value={db}>
        <Broken />
      </DatabaseProvider>,
    );
    await waitFor(() => expect(screen.getByText('cannot read: dead')).toBeDefined());
  });
});

function Broken() {
  const live = useLive(() => Promise.reject(new DOMException('', 'NotReadableError')), []);
  return <p>{live.state === 'error' ? `cannot read: ${live.failure.trouble}` : live.state}</p>;
}
