import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Broken } from './broken';

afterEach(cleanup);
afterEach(() => vi.restoreAllMocks());

const bug = new Error('a bug');
function Bad(): never {
  throw bug;
}

it('a screen that throws leaves words, not an empty page, and is reported', () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const report = vi.fn();
  render(
    <Broken instead={<p>Something broke</p>} report={report}>
      <Bad />
    </Broken>,
  );
  expect(screen.getByText('Something broke')).toBeTruthy();
  expect(report).toHaveBeenCalledWith('a screen broke', bug);
});
