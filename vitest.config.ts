import { defineConfig } from 'vitest/config';

/** The suffix of a test names the world it needs; each world is one project. */
const needsPostgres = '**/*.pg.test.ts';
const needsDom = '**/*.dom.test.tsx';
/** Dexie takes what it finds when it is first loaded, and files of one worker load it once: it is there before any. */
const indexedDb = 'fake-indexeddb/auto';
const elsewhere = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    // The files of a worker share its modules: loading them anew for each file was most of what the tests cost. What a
    // test puts in place of something goes with it, so that no file meets what another left.
    pool: 'threads',
    isolate: false,
    restoreMocks: true,
    unstubGlobals: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,api,web,e2e}/**/*.test.ts'],
          exclude: [...elsewhere, needsPostgres],
          setupFiles: [indexedDb],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: [`web/src/${needsDom}`],
          exclude: elsewhere,
          setupFiles: [indexedDb, './web/src/testing/each-page.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'pg',
          include: [`{api,e2e}/${needsPostgres}`],
          exclude: elsewhere,
          globalSetup: ['./api/src/testing/postgres-for-tests.ts'],
        },
      },
    ],
  },
});
