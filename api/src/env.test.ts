import { expect, test } from 'vitest';
import { parseEnv } from './env';

test('nothing has to be set, and empty is absent', () => {
  const parsed = parseEnv({ PUBLIC_URL: '', DATABASE_URL: ' ' });
  expect(parsed).toMatchObject({
    kind: 'env',
    env: { PORT: 3000, HOLDFAST_DATA: '.data', RATE_LIMITS: 'on' },
  });
});

test.each([
  [{ PORT: 'abc' }, /^PORT: /],
  [{ PORT: '70000' }, /^PORT: /],
  [{ PUBLIC_URL: 'tasks.example' }, /^PUBLIC_URL: /],
  [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL: starts with postgres/],
  [{ HOLDFAST_SECRET: 'short' }, /^HOLDFAST_SECRET: at least 32/],
  [{ RATE_LIMITS: 'no' }, /^RATE_LIMITS: /],
])('%o is refused by name, in one line', (variables, line) => {
  const parsed = parseEnv(variables);
  expect(parsed.kind === 'broken' && parsed.problem).toMatch(line);
  expect(parsed.kind === 'broken' && parsed.problem).not.toContain('\n');
});
