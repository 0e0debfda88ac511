import 'fake-indexeddb/auto';
import { conflict as conflictEntity } from '@holdfast/shared/entities/conflict';
import type { Row } from '@holdfast/shared/entities/define-entity';
import { type Member, member } from '@holdfast/shared/entities/member';
import { task } from '@holdfast/shared/entities/task';
import { build, uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { HoldfastDatabase } from '../../db/db';
import { createDexieStore } from '../../db/dexie-store';
import { createReader } from '../../db/reader';
import { ActionContextProvider } from '../../db/use-action-context';
import { DatabaseProvider } from '../../db/use-live';
import { testContext } from '../../testing/write-context';
import { ToastProvider } from '../../ui/toast';
import { type Session, SessionProvider } from '../account/session-context';
import { type Directory, DirectoryProvider } from '../tasks/directory';
import { UndoProvider } from '../undo/undo-provider';
import { ReviewPage } from './review-page';

beforeAll(() => {
  globalThis.matchMedia ??= (() => ({
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  })) as never;
});

const [SAM, ANA] = [uuidOf(0xc0), uuidOf(0xc2)];
const [T, Q] = [uuidOf(1), uuidOf(2)];
const side = (accountId: string, n: number) => ({
  id: uuidOf(n),
  accountId,
  at: n,
  name: 'Chrome on Android',
  offline: false,
});

const directory = {
  today: '2026-11-21',
  now: '09:41',
  me: SAM,
  mayWrite: true,
} as unknown as Directory;
const session = {
  workspaces: [{ id: WORKSPACE, name: 'Harbour' }],
  workspaceId: WORKSPACE,
} as unknown as Session;

let opened: HoldfastDatabase | null = null;
afterEach(async () => {
  cleanup();
  await opened?.delete();
  opened = null;
});

async function show(question: object, row: object = {}, role: Member['role'] = 'member') {
  const db = new HoldfastDatabase('test/review');
  await db.open();
  opened = db;
  const ctx = { ...testContext(createDexieStore(db)), read: createReader(db) };
  const person = (accountId: string, name: string, of: Member['role']) =>
    build(member, { id: accountId, accountId, name, role: of, removedAt: null });
  await ctx.store.transaction('relaxed', async (tx) => {
    await tx.putRow('task', build(task, { id: T, title: 'Order mooring rope', ...row }));
    await tx.putRow('member', person(SAM, 'Sam', role));
    await tx.putRow('member', person(ANA, 'Ana', 'owner'));
    await tx.putRow(
      'conflict',
      build(conflictEntity, {
        id: Q,
        entity: 'task',
        rowId: T,
        field: 'title',
        base: 'Order marine rope',
        mine: 'Order floating rope',
        theirs: 'Order mooring rope',
        result: 'Order mooring rope',
        state: 'open',
        forAccountId: SAM,
        devices: [side(SAM, 0xd1), side(ANA, 0xd2)],
        ...question,
      }),
    );
  });
  const go = vi.fn();
  render(
    <DatabaseProvider value={db}>
      <ActionContextProvider value={ctx}>
        <ToastProvider>
          <UndoProvider>
            <SessionProvider value={session}>
              <DirectoryProvider value={directory}>
                <ReviewPage id={T} go={go} />
              </DirectoryProvider>
            </SessionProvider>
          </UndoProvider>
        </ToastProvider>
      </ActionContextProvider>
    </DatabaseProvider>,
  );
  const stored = (entity: string, id: string): Promise<Row | undefined> =>
    ctx.look((tx) => tx.row(entity, WORKSPACE, id));
  return { go, stored, ctx };
}
const result = () => screen.getByRole('status', { name: 'Result: Title' });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
/** What a reader would say, without the names of whose words they are. */
const plain = (element: HTMLElement) => element.textContent?.replace(/ (added|removed), [^:]*: /g, '') ?? '';

describe('the review screen', () => {
  it('[MG10] both sides, the result live as they are taken and left, and both marked in words too', async () => {
    const { stored, go } = await show({});
    await screen.findByRole('heading', { name: 'You and Ana both changed this task' });
    const field = within(screen.getByRole('group', { name: /^Title/ }));
    expect(plain(result())).toBe('Order floating mooring rope');
    expect(result().textContent).toContain('added, yours: floating');
    expect(result().textContent).toContain('added, Ana’s: mooring');
    fireEvent.click(field.getByRole('checkbox', { name: /^Ana’s/ }));
    expect(plain(result())).toBe('Order floating rope');
    press('Save result');
    await waitFor(() => expect(go).toHaveBeenCalledWith('/sync', { replace: false }));
    expect((await stored('task', T))?.['title']).toBe('Order floating rope');
    expect((await stored('conflict', Q))?.['state']).toBe('settled');
  });

  it('nothing taken: Save rests, and says why', async () => {
    await show({});
    const field = within(await screen.findByRole('group', { name: /^Title/ }));
    for (const box of field.getAllByRole('checkbox')) fireEvent.click(box);
    expect(screen.getByText('Nothing is chosen yet')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save result' }).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('Choose a title')).toBeTruthy();
  });

  it('the result in one’s own words; what cannot be stored is said, and stays', async () => {
    const { stored } = await show({});
    await screen.findByRole('group', { name: /^Title/ });
    press('Edit the result: Title');
    const own = screen.getByRole('textbox', { name: 'Result: Title' }) as HTMLTextAreaElement;
    expect(own.value).toBe('Order floating mooring rope');
    fireEvent.change(own, { target: { value: '' } });
    press('Save result');
    expect((await screen.findByRole('alert')).textContent).toBe('A title has 1 to 500 characters.');
    fireEvent.change(own, { target: { value: 'Order the rope' } });
    press('Save result');
    await waitFor(async () => expect((await stored('task', T))?.['title']).toBe('Order the rope'));
  });

  it('[MG6] of a person one is taken', async () => {
    const { stored } = await show(
      { field: 'assigneeId', base: null, mine: SAM, theirs: ANA, result: ANA },
      { assigneeId: ANA },
    );
    const field = within(await screen.findByRole('group', { name: /^Assignee/ }));
    expect((field.getByRole('radio', { name: /Ana’s/ }) as HTMLInputElement).checked).toBe(true);
    fireEvent.click(field.getByRole('radio', { name: /Yours/ }));
    press('Save result');
    await waitFor(async () => expect((await stored('task', T))?.['assigneeId']).toBe(SAM));
    // Two tasks are no way out of a question about a person alone.
    expect(screen.queryByRole('button', { name: 'Keep both' })).toBeNull();
  });

  it('[MG9] [H35] deleted meanwhile: bring it back with my edit', async () => {
    const { stored, go } = await show(
      {
        field: 'deletedAt',
        base: { title: 'Rope' },
        mine: { title: 'Floating rope' },
        theirs: 5,
        result: null,
      },
      { title: 'Rope', deletedAt: 5 },
    );
    await screen.findByRole('heading', { name: 'Ana deleted this task' });
    expect(screen.getByText('Floating rope')).toBeTruthy();
    press('Bring it back with my edit');
    await waitFor(() => expect(go).toHaveBeenCalled());
    expect(await stored('task', T)).toMatchObject({ title: 'Floating rope', deletedAt: null });
  });

  it('[MG10] Decide later changes nothing', async () => {
    const { stored, go } = await show({});
    await screen.findByRole('group', { name: /^Title/ });
    press('Decide later');
    expect(go).toHaveBeenCalledWith('/sync');
    expect((await stored('conflict', Q))?.['state']).toBe('open');
  });

  it('[AC3] who may only look sees both, and is offered nothing that would be refused', async () => {
    await show({}, {}, 'viewer');
    const field = within(await screen.findByRole('group', { name: /^Title/ }));
    expect(field.getAllByRole('checkbox').every((box) => (box as HTMLInputElement).disabled)).toBe(true);
    expect(screen.queryByRole('button', { name: 'Save result' })).toBeNull();
    expect(screen.getByText(/You can see this but not change it/)).toBeTruthy();
  });

  it('[MG10] settled on another device while it is open: said calmly', async () => {
    const { ctx, stored } = await show({});
    await screen.findByRole('group', { name: /^Title/ });
    const question = (await stored('conflict', Q)) as Row;
    await ctx.store.transaction('relaxed', (tx) => tx.putRow('conflict', { ...question, state: 'settled' }));
    expect(await screen.findByText('Nothing to decide here')).toBeTruthy();
  });
});
