/**
 * Which tests `shared/docs/hazards.md` names for severity 0 and 1 and nothing cites. Pure; `run-rules.ts` gives it the
 * files. What runs says what kind of test it is by where it lies.
 */
import { citationsOf } from './rules-cited';

export interface TestSource {
  readonly file: string;
  readonly source: string;
}

export interface Hazards {
  readonly known: number;
  /** `H07 B`: a hazard of severity 0 or 1, and the kind of test that is missing. */
  readonly missing: readonly string[];
  /** Cited, but no hazard of the page. */
  readonly unknown: readonly string[];
}

export function hazardsCited(page: string, tests: readonly TestSource[]): Hazards {
  const rows = [...page.matchAll(/^\| (H\d\d) \| (\d) \| ([A-Z ]*?) \|.*\| (\d{3})? ?\|$/gm)];
  const cited = new Set<string>();
  const names = new Set<string>();
  for (const { file, source } of tests)
    for (const hazard of hazardsIn(file, source)) {
      names.add(hazard);
      for (const kind of kindsOf(file)) cited.add(`${hazard} ${kind}`);
    }
  const known = new Set(rows.map(([, id = '']) => id));
  const missing = rows.flatMap(([, id = '', severity, kinds = '', without]) =>
    Number(severity) > 1 || without !== undefined
      ? []
      : kinds.split(' ').flatMap((kind) => (cited.has(`${id} ${kind}`) ? [] : [`${id} ${kind}`])),
  );
  return { known: known.size, missing, unknown: [...names].filter((name) => !known.has(name)).sort() };
}

/** A planted fault names the hazard that it is; any other test cites it in its title. */
const hazardsIn = (file: string, source: string): readonly string[] =>
  file.includes('/planted/')
    ? [...source.matchAll(/hazard: '(H\d\d)'/g)].map(([, id = '']) => id)
    : citationsOf(source, /\bH\d\d\b/g);

/** I and B are asked alike: the tests over HTTP run on real Postgres, and some of them through a faulty network. */
function kindsOf(file: string): readonly string[] {
  if (file.includes('/simulation/')) return ['S'];
  if (/^e2e\/(?:browser|webkit)\//.test(file)) return ['E', 'B'];
  if (/\.pg\.test\.ts$/.test(file)) return ['I', 'B'];
  return ['U', 'P'];
}
