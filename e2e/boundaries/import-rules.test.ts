import { describe, expect, test } from 'vitest';
import { checkImports } from './check-imports';

const quiet = 'export const x = 1;\n';
const neighbours = [
  'shared/src/merge/apply-op.ts',
  'shared/src/entities/task.ts',
  'shared/src/sync/protocol.ts',
  'shared/src/testing/build.ts',
  'api/src/app.ts',
  'api/src/db/pool.ts',
  'api/src/sync/apply.ts',
  'api/src/auth/routes.ts',
  'web/src/platform/http.ts',
  'web/src/db/mutate.ts',
  'web/src/sync/engine.ts',
  'web/src/features/tasks/actions.ts',
  'web/src/ui/button.tsx',
  'web/src/app/shell.tsx',
  'e2e/support/fixtures.ts',
].map((path) => ({ path, text: quiet }));

const messagesFor = (path: string, text: string) =>
  checkImports([...neighbours, { path, text }])
    .filter((violation) => violation.file === path)
    .map((violation) => violation.message);

describe('a planted violation is found', () => {
  const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
    ['the wire knows no merge', 'shared/src/sync/x.ts', "import { x } from '../merge/apply-op';"],
    ['entities know no sync', 'shared/src/entities/x.ts', "import { x } from '../sync/protocol';"],
    ['shared has no Node', 'shared/src/sync/x.ts', "import fs from 'node:fs';"],
    ['shared knows no api', 'shared/src/sync/x.ts', "import { x } from '@holdfast/api/app';"],
    [
      'nothing leaves its workspace by path',
      'web/src/db/x.ts',
      "import '../../../shared/src/sync/protocol';",
    ],
    ['platform is the bottom of web', 'web/src/platform/x.ts', "import { x } from '../db/mutate';"],
    ['db knows no sync', 'web/src/db/x.ts', "import { x } from '../sync/engine';"],
    ['sync and features never meet', 'web/src/sync/x.ts', "import { x } from '../features/tasks/actions';"],
    ['features and sync never meet', 'web/src/features/tasks/x.ts', "import { x } from '../../sync/engine';"],
    ['features know no app', 'web/src/features/tasks/x.ts', "export { x } from '../../app/shell';"],
    [
      'the ui knows nothing of tasks',
      'web/src/ui/x.tsx',
      "import { x } from '@holdfast/shared/entities/task';",
    ],
    ['the ui knows no feature', 'web/src/ui/x.tsx', "import { x } from '../features/tasks/actions';"],
    [
      'app code uses no test builders',
      'web/src/app/x.ts',
      "import { x } from '@holdfast/shared/testing/build';",
    ],
    ['web has no Node', 'web/src/db/x.ts', "import { x } from 'node:crypto';"],
    ['web knows no api', 'web/src/app/x.ts', "import { x } from '@holdfast/api/app';"],
    ['not even its types', 'web/src/app/x.ts', "import type { x } from '@holdfast/api/app';"],
    ['deps names types alone', 'api/src/deps.ts', "import { x } from './db/pool';"],
    ['api never imports web', 'api/src/sync/x.ts', "import type { x } from '@holdfast/web/db/mutate';"],
    ['db knows no slice', 'api/src/db/x.ts', "import { x } from '../sync/apply';"],
    ['http knows no slice', 'api/src/http/x.ts', "import { x } from '../auth/routes';"],
    ['slices do not import each other', 'api/src/auth/x.ts', "import { x } from '../sync/apply';"],
    ['slices do not import the app', 'api/src/auth/x.ts', "import { x } from '../app';"],
    ['nothing imports e2e', 'web/src/app/x.ts', "import { x } from '@holdfast/e2e/support/fixtures';"],
    ['a dynamic import counts', 'web/src/db/x.ts', "const later = () => import('../sync/engine');"],
    ['a type import counts', 'web/src/db/x.ts', "import type { x } from '../sync/engine';"],
    ['an import inside a type counts', 'web/src/db/x.ts', "type X = import('../sync/engine').X;"],
    ['a new folder is a decision', 'web/src/extras/x.ts', quiet],
    ['no drawer', 'web/src/db/helpers.ts', quiet],
    ['two folders deep at most', 'web/src/features/tasks/parts/x.ts', quiet],
  ];

  test.each(planted)('%s', (_rule, path, text) => {
    expect(messagesFor(path, text)).toHaveLength(1);
  });
});

describe('what the rules allow stays quiet', () => {
  const allowed: readonly (readonly [path: string, text: string])[] = [
    ['shared/src/merge/x.ts', "import { x } from '../entities/task';"],
    [
      'web/src/features/tasks/x.tsx',
      "import { x } from '../../db/mutate'; import { y } from '../../ui/button';",
    ],
    ['web/src/app/x.tsx', "import { x } from '../sync/engine';"],
    [
      'web/src/db/mutate.test.ts',
      "import { x } from '@holdfast/shared/testing/build'; import fs from 'node:fs';",
    ],
    ['api/src/deps.ts', "import type { x } from './db/pool';"],
    ['api/src/sync/y.ts', "import { x } from './apply'; import fs from 'node:fs';"],
    ['api/src/sync/x.ts', "import { x } from '@holdfast/shared/merge/apply-op'; import { y } from 'hono';"],
    ['e2e/simulation/x.ts', "import '../../web/src/sync/engine'; import '../../api/src/sync/apply';"],
  ];

  test.each(allowed)('%s', (path, text) => {
    expect(messagesFor(path, text)).toEqual([]);
  });
});
