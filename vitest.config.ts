import { defineConfig } from 'vitest/config';

/** The suffix of a test names the world it needs; each world is one project. */
const needsPostgres = '**/*.pg.test.ts';
const needsDom = '**/*.dom.test.tsx';
const elsewhere = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,api,web,e2e}/**/*.test.ts'],
          exclude: [...elsewhere, needsPostgres],
        },
      },
      {
        extends: true,
        test: { name: 'dom', environment: 'happy-dom', include: [`web/src/${needsDom}`], exclude: elsewhere },
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
