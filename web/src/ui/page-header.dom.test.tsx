import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PageHeader } from './page-header';

afterEach(cleanup);

it.each([
  ['Today', 'top-title'],
  ['Boat shed fit-out', 'top-title top-title-middling'],
  ['Boat shed fit-out for the northern season', 'top-title top-title-long'],
])('"%s" in letters as small as its length asks for', (title, looks) => {
  render(<PageHeader title={title} />);
  expect(screen.getByRole('heading', { name: title }).className).toBe(looks);
});
