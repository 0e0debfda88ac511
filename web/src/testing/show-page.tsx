/** A page on a database of its own (fake-indexeddb), with everything that pages find around them but the network. */
import type { Entity, Row } from '@holdfast/shared/entities/define-entity';
import type { Label } from '@holdfast/shared/entities/label';
import type { Member } from '@holdfast/shared/entities/member';
import type { Project } from '@holdfast/shared/entities/project';
import { type Task, task } from '@holdfast/shared/entities/task';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { ActionContext } from '../db/context';
import { HoldfastDatabase } from '../db/db';
import { createDexieStore } from '../db/dexie-store';
import { createReader, type Reader } from '../db/reader';
import { toStored } from '../db/schema';
import { ActionContextProvider } from '../db/use-action-context';
import { DatabaseProvider } from '../db/use-live';
import { type Directory, DirectoryProvider } from '../features/tasks/directory';
import { UndoProvider } from '../features/undo/undo-provider';
import { ToastProvider } from '../ui/toast';
import { testContext } from './write-context';

export const ME = uuidOf(0xc0);
export const ANA = uuidOf(0xa7a);

export interface Stage {
  readonly db: HoldfastDatabase;
  readonly ctx: ActionContext;
  readonly read: Reader;
  /** As a pull brings them: rows change without anybody having written here. */
  readonly receive: (entity: Entity, ...rows: readonly Row[]) => Promise<void>;
  readonly show: (page: ReactNode) => void;
  readonly strike: () => Promise<void>;
}

interface Names {
  readonly projects?: readonly Project[];
  readonly labels?: readonly Label[];
  readonly members?: readonly Member[];
  readonly mayWrite?: boolean;
}

export const TODAY = '2026-03-12';

let stages = 0;

export async function openStage(name: string, names: Names = {}): Promise<Stage> {
  globalThis.matchMedia ??= (() => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as never;
  const db = new HoldfastDatabase(`test/${name}-${++stages}`);
  await db.open();
  const read = createReader(db);
  const now = () => Date.parse(`${TODAY}T09:41:00`);
  const ctx: ActionContext = { ...testContext(createDexieStore(db)), read, accountId: ME, now };
  const { projects = [], labels = [], members = [], mayWrite = true } = names;
  const directory = {
    projects,
    projectById: new Map(projects.map((row) => [row.id, row])),
    labels,
    labelById: new Map(labels.map((row) => [row.id, row])),
    members,
    memberByAccount: new Map(members.map((row) => [row.accountId, row])),
    today: TODAY,
    now: '09:41',
    me: ME,
    mayWrite,
  } satisfies Directory;
  return {
    db,
    ctx,
    read,
    receive: (entity, ...rows) =>
      db.relaxed
        .table(entity.name)
        .bulkPut(rows.map((row) => toStored(entity, row))) as unknown as Promise<void>,
    show: (page) =>
      void render(
        <DatabaseProvider value={db}>
          <ActionContextProvider value={ctx}>
            <ToastProvider>
              <UndoProvider>
                <DirectoryProvider value={directory}>{page}</DirectoryProvider>
              </UndoProvider>
            </ToastProvider>
          </ActionContextProvider>
        </DatabaseProvider>,
      ),
    async strike() {
      cleanup();
      await db.delete();
    },
  };
}

/** A task as it lies on the device; its title tells which it is. */
export const aTask = (n: number, values: Partial<Task> = {}): Task & Row =>
  build(task, {
    id: uuidOf(n),
    title: `Task ${n}`,
    position: `a${String(n).padStart(4, '0')}`,
    createdBy: ME,
    ...values,
  });
