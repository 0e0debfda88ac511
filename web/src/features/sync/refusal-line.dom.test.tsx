import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { NeedsYouGroup } from './needs-you';
import { RefusalLine } from './refusal-line';

afterEach(cleanup);

const group = (over: Partial<NeedsYouGroup> = {}): NeedsYouGroup => ({
  mutationIds: ['m1'],
  words: {
    deed: 'described',
    said: { words: 'Changed the description of {subject}', blanks: { subject: 'Old price list' } },
    subject: 'Old price list',
    entity: 'task',
    rowId: 't1',
    more: 0,
  },
  reason: 'It is not there any more. Your change is kept here.',
  code: 'not_found',
  at: 0,
  quoted: [{ label: 'description', text: 'Page 4 still shows the 2024 price.' }],
  copy: 'Page 4 still shows the 2024 price.',
  dependants: 0,
  mutation: {
    id: 'm1',
    seq: 1,
    schema: 1,
    at: 0,
    seen: null,
    name: 'task.describe',
    group: null,
    ops: [
      {
        op: 'patch',
        entity: 'task',
        id: 't1',
        base: 1,
        after: null,
        guard: false,
        changes: { description: { from: '', to: 'Page 4 still shows the 2024 price.' } },
      },
    ],
  },
  ...over,
});

function show(
  one: NeedsYouGroup,
  onRetry: () => Promise<string | null> = async () => null,
  mayWrite = one.code !== 'forbidden',
) {
  const acts = { onRetry: vi.fn(onRetry), onCopy: vi.fn(), onDiscard: vi.fn() };
  render(<RefusalLine group={one} workspaceName="Harbour Studio" mayWrite={mayWrite} {...acts} />);
  return acts;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('what was turned down', () => {
  it('[CL5] says why, quotes the words of its author, and offers Retry, Edit, Copy, Discard', () => {
    show(group());
    expect(screen.getByText('Old price list')).toBeTruthy();
    expect(screen.getByText('It is not there any more. Your change is kept here.')).toBeTruthy();
    expect(screen.getByText('Page 4 still shows the 2024 price.').tagName).toBe('BLOCKQUOTE');
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Retry',
      'Edit',
      'Copy',
      'Discard',
    ]);
  });

  it('no right to change: names the workspace', () => {
    show(group({ code: 'forbidden' }));
    expect(
      screen.getByText('You can see Harbour Studio but not change it any more. Your change is kept here.'),
    ).toBeTruthy();
  });

  it('[CL5] [AC3] who may only look is not offered what would be refused again', () => {
    show(group({ code: 'forbidden' }));
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Copy', 'Discard']);
  });

  it('[CL5] [AC3] who may change it again can send it again', () => {
    show(group({ code: 'forbidden' }), async () => null, true);
    expect(screen.getByText(/Retry sends it again/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Retry' })).toBeTruthy();
  });

  it('names the fields', () => {
    show(group());
    expect(screen.getByText(/Your change of the description of/)).toBeTruthy();
  });

  it('[CL5] [H11] what depended on it is counted with it', () => {
    show(group({ dependants: 2 }));
    expect(screen.getByText(/2 more changes belong to it and waits? with it/)).toBeTruthy();
  });

  it('[CL5] Discard asks once, and Keep changes nothing', async () => {
    const { onDiscard, onCopy } = show(group());
    press('Discard');
    expect(
      await screen.findByRole('dialog', { name: 'Discard your change of “Old price list”?' }),
    ).toBeTruthy();
    expect(screen.getByText('It is only on this device.')).toBeTruthy();
    press('Keep');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(onDiscard).not.toHaveBeenCalled();
    expect(onCopy).not.toHaveBeenCalled();
  });

  it('[CL5] Copy, then discard: copies first', async () => {
    const { onDiscard, onCopy } = show(group());
    press('Discard');
    fireEvent.click(await screen.findByRole('button', { name: 'Copy, then discard' }));
    expect(onCopy).toHaveBeenCalledBefore(onDiscard);
    expect(onDiscard).toHaveBeenCalledTimes(1);
  });

  it('[CL5] Edit starts from the words that were turned down, and keeps them where they cannot be stored', async () => {
    const { onRetry } = show(group(), async () => 'This device is full. What is on screen is not saved yet.');
    press('Edit');
    const field = await screen.findByRole('textbox', { name: 'Description' });
    expect((field as HTMLTextAreaElement).value).toBe('Page 4 still shows the 2024 price.');
    fireEvent.change(field, { target: { value: 'Page 4 shows the price of 2024.' } });
    press('Send again');
    await screen.findByText('This device is full. What is on screen is not saved yet.');
    expect(onRetry).toHaveBeenCalledWith({ 't1 description': 'Page 4 shows the price of 2024.' });
    expect((field as HTMLTextAreaElement).value).toBe('Page 4 shows the price of 2024.');
  });
});
