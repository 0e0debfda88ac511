/**
 * Which numbered rules of `shared/docs/spec.md` no test's title cites. Pure; `run-rules.ts` gives it the files.
 * A title cites a rule in brackets: `[PU2] …`, `[PU2, WR5] …`, `[MG1][MG2] …`.
 */
export type Citations = {
  readonly rules: readonly string[];
  readonly uncited: readonly string[];
  /** Cited, but no rule of the page: a slip of the pen, or a rule that was renamed. */
  readonly unknown: readonly string[];
};

export function rulesCited(spec: string, tests: readonly string[]): Citations {
  const rules = [...new Set([...spec.matchAll(/\*\*([A-Z]{2}\d{1,2})\b/g)].map((match) => match[1] ?? ''))];
  const families = new Set(rules.map((rule) => rule.slice(0, 2)));
  const cited = new Set(
    tests.flatMap((test) => citationsOf(test)).filter((rule) => families.has(rule.slice(0, 2))),
  );
  return {
    rules,
    uncited: rules.filter((rule) => !cited.has(rule)),
    unknown: [...cited].filter((rule) => !rules.includes(rule)).sort(),
  };
}

/** Rules inside brackets, in titles alone: the first string of a call of test, it, describe, or of `test.each(…)`. */
export function citationsOf(source: string, name = /\b[A-Z]{2}\d{1,2}\b/g): string[] {
  const titles = [
    ...source.matchAll(
      /(?:\b(?:test|it|describe)(?:\.[a-zA-Z]+)*|\))\s*\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g,
    ),
  ];
  return titles.flatMap((title) =>
    [...(title[2] ?? '').matchAll(/\[([^\]]*)\]/g)].flatMap((bracket) =>
      [...(bracket[1] ?? '').matchAll(name)].map((cited) => cited[0]),
    ),
  );
}
