/**
 * The import rules of the house, as a check. Pure: it gets the files and says what is wrong with them.
 *
 *  1 every source file of shared, api and web belongs to a layer
 *  2 a layer imports itself and the layers that its row names; some of them as types only
 *  3 between workspaces by package name, never by climbing out of one's own
 *  4 `node:` only where Node runs
 *  5 no drawer called utils, helpers, types, common or hooks; at most two folders deep below src
 */
import path from 'node:path/posix';
import { importsOf } from './imports-of';
import { type Layer, layers, testExtras } from './layers';

export type SourceFile = { readonly path: string; readonly text: string };
export type Violation = { readonly file: string; readonly line: number; readonly message: string };

const guarded = /^(shared|api|web)\/src\//;
const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file);
const workspaceOf = (file: string) => file.split('/')[0] ?? '';
const drawers = new Set(['utils', 'util', 'helpers', 'helper', 'types', 'common', 'hooks', 'misc']);

export function checkImports(files: readonly SourceFile[]): readonly Violation[] {
  const paths = new Set(files.map((file) => file.path));
  return files.filter((file) => guarded.test(file.path)).flatMap((file) => checkFile(file, paths));
}

function checkFile(file: SourceFile, paths: ReadonlySet<string>): Violation[] {
  const found: Violation[] = [];
  const say = (line: number, message: string) => found.push({ file: file.path, line, message });

  // 5
  for (const message of shapeOf(file.path)) say(1, message);

  // 1
  const layer = layerOf(file.path);
  if (!layer) {
    say(1, 'belongs to no layer: give its folder a row in e2e/boundaries/layers.ts, or another place');
    return found;
  }

  const extras = isTest(file.path) ? (testExtras[workspaceOf(file.path)] ?? []) : [];
  for (const { specifier, typeOnly, line } of importsOf(file.path, file.text)) {
    // 4
    if (specifier.startsWith('node:')) {
      if (!layer.node && !isTest(file.path)) say(line, `${layer.name} has no ${specifier}`);
      continue;
    }
    const target = resolve(file.path, specifier, paths);
    if (target === null) continue; // a library
    if (/\.(css|json|svg|png)$/.test(target) && workspaceOf(target) === workspaceOf(file.path)) continue;
    // 3
    if (specifier.startsWith('.') && workspaceOf(target) !== workspaceOf(file.path)) {
      say(line, `'${specifier}' climbs out of the workspace: import it by package name`);
      continue;
    }
    // 2
    const aim = layerOf(target);
    if (!aim) {
      if (guarded.test(target) || /^(api|web|e2e)\//.test(target)) say(line, `may not import ${target}`);
      continue;
    }
    if (aim === layer || layer.may.includes(aim.name) || extras.includes(aim.name)) continue;
    if (layer.mayTypes?.includes(aim.name)) {
      if (!typeOnly) say(line, `${layer.name} may import only types of ${aim.name}`);
      continue;
    }
    say(line, `${layer.name} may not import ${aim.name} ('${specifier}')`);
  }
  return found;
}

function layerOf(file: string): Layer | undefined {
  return layers.find(({ files }) =>
    files.endsWith('/**') ? file.startsWith(files.slice(0, -2)) : file === files || isTestOf(file, files),
  );
}

/** `app.test.ts` and `app.pg.test.ts` belong to the layer of `app.ts`. */
function isTestOf(file: string, source: string): boolean {
  return isTest(file) && file.startsWith(`${source.replace(/\.tsx?$/, '')}.`);
}

/** The file that a specifier means, relative to the repository; null for a library. */
function resolve(from: string, specifier: string, paths: ReadonlySet<string>): string | null {
  const name = specifier.replace(/\?.*$/, '');
  const own = /^@holdfast\/([a-z0-9]+)(?:\/(.*))?$/.exec(name);
  if (own) return withEnding(`${own[1]}/src/${own[2] ?? 'index'}`, paths);
  if (!name.startsWith('.')) return null;
  return withEnding(path.normalize(path.join(path.dirname(from), name)), paths);
}

function withEnding(base: string, paths: ReadonlySet<string>): string {
  const ends = ['', '.ts', '.tsx', '/index.ts'];
  return ends.map((end) => base + end).find((candidate) => paths.has(candidate)) ?? base;
}

function shapeOf(file: string): string[] {
  const below = file.replace(guarded, '').split('/');
  const folders = below.slice(0, -1);
  const stem = (below.at(-1) ?? '').replace(/\..*$/, '');
  const drawer = [...folders, stem].find((name) => drawers.has(name));
  return [
    ...(drawer ? [`a drawer called '${drawer}': name the question that it answers`] : []),
    ...(folders.length > 2 ? ['lies deeper than two folders below src'] : []),
  ];
}
