/** Plans that once broke a law, shrunk, replayed for ever. A plan means the same whatever seeds come to mean. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../support/repository-files';
import type { Plan } from '../world/plan';

export interface Regression {
  readonly name: string;
  readonly plan: Plan;
}

export function readRegressions(): readonly Regression[] {
  const file = path.join(root, 'e2e/simulation/regressions.jsonl');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Regression);
}
