import { expect, test } from 'vitest';
import { rulesCited } from './rules-cited';

const spec =
  '- **PU1** All of a batch …\n- **PU2** Dedupe …\n- **CL6 One syncing place**: …\n- **MG13** create …';

test('lists rules that no title cites, and citations of no rule', () => {
  const tests = [
    "test('[PU1] a batch commits whole', () => { expect('[PU2]').toBe('[PU2]'); });",
    'describe("[CL6][PU9] one place", () => {});',
  ];
  expect(rulesCited(spec, tests)).toEqual({
    rules: ['PU1', 'PU2', 'CL6', 'MG13'],
    uncited: ['PU2', 'MG13'],
    unknown: ['PU9'],
  });
});

test('several rules in one bracket, each-tables and template titles count', () => {
  const tests = [
    "test.each([['a)', 1]])('[PU2, PU1] %s', () => {});",
    'it(`[MG13] a derived id`, () => {}); test.describe("[CL6] x", f)',
  ];
  expect(rulesCited(spec, tests).uncited).toEqual([]);
});

test('hazards are no rules', () => {
  expect(rulesCited(spec, ["test('[H07] a cloned profile', f)"]).unknown).toEqual([]);
});
