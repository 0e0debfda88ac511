import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PageHeader } from './page-header';

afterEach(cleanup);

it.each([
  ['Today', false],
  ['Boat shed fit-out', false],
  ['Boat shed fit-out for the northern season', true],
])('"%s" in smaller letters: %s', (title, small) => {
  render(<PageHeader title={title} />);
  expect(screen.getByRole('heading', { name: title }).classList.contains('top-title-long')).toBe(small);
});
