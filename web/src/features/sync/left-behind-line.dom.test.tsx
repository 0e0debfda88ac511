import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ActionContextProvider } from '../../db/use-action-context';
import { testContext } from '../../testing/write-context';
import { LeftBehindLine } from './left-behind-line';

afterEach(cleanup);

it('[CL8] [H65] what was left behind can be copied at once, words as they were written', () => {
  const onCopy = vi.fn();
  const op = {
    op: 'create',
    entity: 'task',
    id: 't1',
    base: 0,
    after: null,
    guard: false,
    changes: { title: { from: null, to: 'Written on the boat' } },
  } as const;
  const mutation = {
    id: 'm',
    seq: 1,
    schema: 1,
    at: 0,
    seen: null,
    name: 'task.add',
    group: null,
    ops: [op],
  };
  render(
    <ActionContextProvider value={testContext()}>
      <LeftBehindLine
        left={{ key: 'left/w', workspaceName: 'Harbour Studio', mutations: [mutation] }}
        onCopy={onCopy}
      />
    </ActionContextProvider>,
  );
  expect(screen.getByText('Written on the boat')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  expect(onCopy).toHaveBeenCalledWith('Written on the boat');
  expect(screen.getByRole('button', { name: 'Save file' })).toBeTruthy();
});
