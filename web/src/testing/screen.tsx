/**
 * A screen for component tests: the real local database, the real actions, everything around it. A test
 * imports `fake-indexeddb/auto` first of all.
 */
import { uuidOf } from '@holdfast/shared/testing/build';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { ActionContext } from '../db/context';
import { HoldfastDatabase } from '../db/db';
import { createDexieStore } from '../db/dexie-store';
import { createReader, type Reader } from '../db/reader';
import { ActionContextProvider } from '../db/use-action-context';
import { DatabaseProvider } from '../db/use-live';
import { type Directory, DirectoryProvider } from '../features/tasks/directory';
import { UndoProvider } from '../features/undo/undo-provider';
import { ToastProvider } from '../ui/toast';
import { testContext } from './write-context';

export const testDirectory: Directory = {
  projects: [],
  projectById: new Map(),
  labels: [],
  labelById: new Map(),
  members: [],
  memberByAccount: new Map(),
  today: '2026-03-12',
  now: '09:41',
  me: uuidOf(0xc0),
  mayWrite: true,
};

export interface TestScreen {
  readonly ctx: ActionContext;
  readonly read: Reader;
  readonly show: (children: ReactNode) => void;
  readonly close: () => Promise<void>;
}

let opened = 0;

/** `close` it when the test is over. */
export async function openScreen(directory: Partial<Directory> = {}): Promise<TestScreen> {
  opened += 1;
  globalThis.matchMedia ??= (() => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as never;
  const db = new HoldfastDatabase(`test/screen-${opened}`);
  await db.open();
  const read = createReader(db);
  const ctx = { ...testContext(createDexieStore(db), opened), read, now: () => Date.now() };
  return {
    ctx,
    read,
    show: (children) => {
      render(
        <DatabaseProvider value={db}>
          <ActionContextProvider value={ctx}>
            <ToastProvider>
              <UndoProvider>
                <DirectoryProvider value={{ ...testDirectory, ...directory }}>{children}</DirectoryProvider>
              </UndoProvider>
            </ToastProvider>
          </ActionContextProvider>
        </DatabaseProvider>,
      );
    },
    close: () => db.delete(),
  };
}
