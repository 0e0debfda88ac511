import { expect, test } from 'vitest';
import { hazardsCited } from './hazards-cited';

const page = `
| id | sev | tests | hazard | without |
| --- | --- | --- | --- | --- |
| H01 | 0 | S B | a retry applies twice |  |
| H02 | 1 | E | stuck |  |
| H03 | 2 | P | slow |  |
| H04 | 0 | I | files | 110 |
`;

test('names each kind of test that a grave hazard asks for and nothing cites', () => {
  const tests = [
    { file: 'e2e/simulation/planted/server-faults.ts', source: "{ name: 'x', hazard: 'H01' }" },
    { file: 'api/src/sync/push.test.ts', source: "it('[H01] once', f)" },
  ];
  expect(hazardsCited(page, tests)).toEqual({ known: 4, missing: ['H01 B', 'H02 E'], unknown: [] });
});

test('where a test lies says what kind it is; a number that the page does not know is told', () => {
  const tests = [
    { file: 'api/src/sync/push.pg.test.ts', source: "it('[PU2][H01] once', f)" },
    { file: 'e2e/browser/crash.spec.ts', source: "test('[H02, H99] x', f)" },
  ];
  expect(hazardsCited(page, tests)).toEqual({ known: 4, missing: ['H01 S'], unknown: ['H99'] });
});
