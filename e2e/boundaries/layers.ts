/**
 * Who may import whom, as a table. A file belongs to the layer whose `files` it matches (`folder/**` or one file); a
 * file of `shared`, `api` or `web` that no layer claims is a violation, so a new folder is a decision, not an
 * accident.
 */
export type Layer = {
  readonly name: string;
  readonly files: string;
  /** Layers that may be imported, beside the layer itself. */
  readonly may: readonly string[];
  /** Layers of which only types may be imported. */
  readonly mayTypes?: readonly string[];
  /** `node:` built-ins are at hand. */
  readonly node?: boolean;
};

const sharedAll = ['shared/merge', 'shared/access', 'shared/entities', 'shared/sync'];
const apiBase = ['api/http', 'api/db', 'api/deps', 'api/env'];
const slices = ['auth', 'members', 'ops', 'sync'];
const apiSlices = slices.map((name) => `api/${name}`);

const slice = (name: string): Layer => ({
  name: `api/${name}`,
  files: `api/src/${name}/**`,
  may: [...sharedAll, ...apiBase],
  node: true,
});

export const layers: readonly Layer[] = [
  // shared: access ← entities ← sync ← merge. Pure. (Decision 023: applyOp stands on fields and ops.)
  { name: 'shared/access', files: 'shared/src/access/**', may: [] },
  { name: 'shared/entities', files: 'shared/src/entities/**', may: ['shared/access'] },
  { name: 'shared/sync', files: 'shared/src/sync/**', may: ['shared/entities', 'shared/access'] },
  {
    name: 'shared/merge',
    files: 'shared/src/merge/**',
    may: ['shared/sync', 'shared/entities', 'shared/access'],
  },
  { name: 'shared/testing', files: 'shared/src/testing/**', may: sharedAll },

  // api: http, db ← slices ← app ← main.
  { name: 'api/env', files: 'api/src/env.ts', may: [], node: true },
  {
    name: 'api/deps',
    files: 'api/src/deps.ts',
    may: sharedAll,
    mayTypes: ['api/db'],
    node: true,
  },
  { name: 'api/db', files: 'api/src/db/**', may: [...sharedAll, 'api/deps', 'api/env'], node: true },
  {
    name: 'api/http',
    files: 'api/src/http/**',
    may: [...sharedAll, 'api/db', 'api/deps', 'api/env'],
    node: true,
  },
  ...slices.map(slice),
  { name: 'api/platform', files: 'api/src/platform/**', may: [...sharedAll, ...apiBase], node: true },
  { name: 'api/app', files: 'api/src/app.ts', may: [...sharedAll, ...apiBase, ...apiSlices], node: true },
  {
    name: 'api/main',
    files: 'api/src/main.ts',
    may: [...sharedAll, ...apiBase, ...apiSlices, 'api/platform', 'api/app'],
    node: true,
  },
  {
    name: 'api/testing',
    files: 'api/src/testing/**',
    may: [...sharedAll, 'shared/testing', ...apiBase, ...apiSlices, 'api/platform', 'api/app'],
    node: true,
  },

  // web: platform ← db ← {sync, features} ← app ← main; platform ← words ← ui ← features.
  { name: 'web/ui', files: 'web/src/ui/**', may: ['web/words'] },
  { name: 'web/platform', files: 'web/src/platform/**', may: sharedAll },
  { name: 'web/words', files: 'web/src/words/**', may: ['web/platform'] },
  { name: 'web/db', files: 'web/src/db/**', may: [...sharedAll, 'web/platform'] },
  {
    name: 'web/sync',
    files: 'web/src/sync/**',
    may: [...sharedAll, 'web/platform', 'web/db'],
  },
  {
    name: 'web/features',
    files: 'web/src/features/**',
    may: [...sharedAll, 'web/platform', 'web/db', 'web/words', 'web/ui'],
  },
  {
    name: 'web/app',
    files: 'web/src/app/**',
    may: [...sharedAll, 'web/platform', 'web/db', 'web/words', 'web/ui', 'web/sync', 'web/features'],
  },
  {
    name: 'web/sw',
    files: 'web/src/sw/**',
    may: [...sharedAll, 'web/platform', 'web/db', 'web/sync'],
  },
  { name: 'web/early', files: 'web/src/early-marks.ts', may: ['web/platform', 'web/features'] },
  {
    // Entries of dedicated workers: they wire, as main does for the page.
    name: 'web/workers',
    files: 'web/src/workers/**',
    may: [...sharedAll, 'web/platform', 'web/db', 'web/features'],
  },
  {
    name: 'web/main',
    files: 'web/src/main.tsx',
    may: [
      ...sharedAll,
      'web/platform',
      'web/db',
      'web/words',
      'web/ui',
      'web/sync',
      'web/features',
      'web/app',
      'web/early',
    ],
  },
  {
    name: 'web/testing',
    files: 'web/src/testing/**',
    may: [
      ...sharedAll,
      'shared/testing',
      'web/platform',
      'web/db',
      'web/words',
      'web/ui',
      'web/sync',
      'web/features',
    ],
    node: true,
  },
];

/** Tests beside the code may also use the builders and set-ups of their own side. */
export const testExtras: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared/testing', ...sharedAll],
  api: ['shared/testing', 'api/testing', 'api/app', 'api/platform', ...apiBase, ...apiSlices],
  web: ['shared/testing', 'web/testing'],
};
