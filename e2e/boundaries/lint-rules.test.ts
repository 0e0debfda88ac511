import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Rule, where it is planted, and the text that has to be found. */
const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['plugin', 'shared/src/sync/clock.ts', 'export const now = () => Date.now();'],
  ['plugin', 'web/src/features/tasks/today.ts', 'export const today = () => new Date();'],
  ['plugin', 'api/src/sync/dice.ts', 'export const roll = () => Math.random();'],
  ['plugin', 'web/src/app/start-early.ts', 'export const early = await Promise.resolve(1);'],
  ['style/noRestrictedGlobals', 'web/src/sync/send.ts', "export const send = () => fetch('/sync/push');"],
  [
    'style/noRestrictedGlobals',
    'web/src/features/tasks/id.ts',
    'export const id = () => crypto.randomUUID();',
  ],
  ['style/noRestrictedGlobals', 'web/src/app/online.ts', 'export const online = () => navigator.onLine;'],
  [
    'style/noRestrictedGlobals',
    'web/src/db/keep.ts',
    "export const keep = () => localStorage.setItem('a', 'b');",
  ],
  ['style/noRestrictedGlobals', 'web/src/ui/send.ts', "export const send = () => fetch('/');"],
  ['style/noRestrictedGlobals', 'api/src/auth/id.ts', 'export const id = () => crypto.randomUUID();'],
  ['style/noProcessEnv', 'api/src/auth/secret.ts', 'export const secret = process.env.SECRET;'],
  ['style/noDefaultExport', 'web/src/app/page.ts', 'export default 1;'],
  ['style/noEnum', 'shared/src/entities/color.ts', 'export enum Color { Kelp }'],
  ['style/useFilenamingConvention', 'shared/src/entities/taskRow.ts', 'export const x = 1;'],
  ['suspicious/noExplicitAny', 'shared/src/merge/loose.ts', 'export const loose = (row: any) => row;'],
  ['suspicious/noConsole', 'api/src/sync/shout.ts', "export const shout = () => console.log('x');"],
  [
    'suspicious/noEmptyBlockStatements',
    'web/src/db/quiet.ts',
    'export function quiet() { try { quiet(); } catch {} }',
  ],
  ['performance/noBarrelFile', 'web/src/db/index.ts', "export { x } from './mutate';"],
  [
    'nursery/noFloatingPromises',
    'web/src/db/forget.ts',
    'async function go() {}\nexport function f() { go(); }',
  ],
];
const allowed: readonly (readonly [path: string, text: string])[] = [
  [
    'web/src/platform/clock.ts',
    'export const now = () => Date.now();\nexport const get = () => fetch("/");\n',
  ],
  ['web/src/app/start-late.ts', 'export const late = async () => {\n  await Promise.resolve();\n};\n'],
  ['web/src/ui/measure.ts', 'export const height = () => document.body.clientHeight;\n'],
  ['api/src/main.ts', 'export const now = () => Date.now();\nexport const port = process.env.PORT;\n'],
  ['web/src/features/tasks/due.ts', 'export const due = (at: number) => new Date(at);\n'],
];

let folder = '';
const found = new Map<string, Set<string>>();

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'holdfast-lint-'));
  const plugins = ['no-ambient-clock.grit', 'no-top-level-await.grit'].map((one) => `e2e/boundaries/${one}`);
  for (const file of ['biome.json', '.gitignore', ...plugins]) {
    cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
  }
  for (const [file, text] of [...planted.map(([, ...rest]) => rest), ...allowed]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout } = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  const report = JSON.parse(stdout) as {
    diagnostics: { category: string; location: { path: string | { file: string } } }[];
  };
  for (const { category, location } of report.diagnostics) {
    const file = typeof location.path === 'string' ? location.path : location.path.file;
    const key = path.relative(folder, path.resolve(folder, file));
    found.set(key, (found.get(key) ?? new Set()).add(category.replace(/^lint\//, '')));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a planted fault is found', () => {
  test.each(planted)('%s in %s', (rule, file) => {
    expect([...(found.get(file) ?? [])]).toContain(rule);
  });
});

describe('what the house allows stays quiet', () => {
  test.each(allowed)('%s', (file) => {
    expect([...(found.get(file) ?? [])]).toEqual([]);
  });
});
