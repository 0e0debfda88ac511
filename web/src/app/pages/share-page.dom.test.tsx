import 'fake-indexeddb/auto';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { StorageFailure } from '../../db/storage-failure';
import { readDraft } from '../../features/quick-add/draft-store';
import { openBrowserMarks } from '../../platform/browser-marks';
import { forgetShared, keepShared, readShared } from '../../platform/shared-text';
import { memoryMarks } from '../../testing/memory-marks';
import { openStage, type Stage } from '../../testing/show-page';
import { SharePage } from './share-page';
import { takeShared } from './take-shared';

let stage: Stage;
const marks = openBrowserMarks();
const rope = { title: 'Rope', text: '', url: '' };
const tar = { title: 'Tar', text: '', url: '' };

beforeEach(async () => {
  stage = await openStage('share');
});
afterEach(async () => {
  history.replaceState(null, '', '/');
  await forgetShared(marks, await readShared(marks));
  await stage.strike();
});

function writesEndWith(error: Error): void {
  const { transaction } = stage.ctx.store;
  Object.assign(stage.ctx.store, {
    transaction: (mode: 'read' | 'relaxed' | 'strict', ...rest: [never]) =>
      mode === 'read' ? transaction(mode, ...rest) : Promise.reject(error),
  });
}

it('[CL10] what a full device could not draft is said, and waits for the next time', async () => {
  await keepShared(marks, rope);
  writesEndWith(new StorageFailure('full'));
  const onDrafted = vi.fn();
  stage.show(<SharePage onDrafted={onDrafted} />);
  await waitFor(() => expect(onDrafted).toHaveBeenCalledOnce());
  await screen.findByText('This device is full. What is on screen is not saved yet.');
  expect(await readShared(marks)).toEqual([rope]);
});

it('[CL10] what an address brought and no storage took can be copied: it waits nowhere', async () => {
  history.replaceState(null, '', '/add?title=Rope');
  writesEndWith(new StorageFailure('full'));
  stage.show(<SharePage onDrafted={() => undefined} />);
  await screen.findByText('What you wrote is not stored.');
  expect(screen.getByRole('button', { name: 'Copy it' })).toBeTruthy();
});

it('an error that is no trouble of storage is a bug, and told as one', async () => {
  const { marks } = memoryMarks();
  await keepShared(marks, rope);
  writesEndWith(new TypeError('not a function'));
  await expect(takeShared(stage.ctx, marks, null)).rejects.toThrow('not a function');
  expect(await readShared(marks)).toEqual([rope]);
});

it('two pages that take something at one moment lose nothing of each other’s', async () => {
  const { marks } = memoryMarks();
  await Promise.all([rope, tar].map((linked) => takeShared(stage.ctx, marks, linked)));
  expect((await readDraft(stage.ctx)).line.split('\n').sort()).toEqual(['Rope', 'Tar']);
});
