/** Left and right in classes and style sheets. Pure. */
export interface PhysicalSide {
  readonly line: number;
  readonly text: string;
}

/** Tailwind's classes that name a side of the screen; `left-1/2` with a shift back is the middle either way. */
const CLASS =
  /(?<![\w-])-?(?:(?:m|p|scroll-m|scroll-p)[lr]-[\w[(]|(?:left|right)-(?!1\/2)(?:\d|px|auto|full|[[(])|border-[lr](?:-[\w[(]|(?=[\s'"`]))|rounded-(?:[lr]|tl|tr|bl|br)(?:-[\w[(]|(?=[\s'"`]))|text-(?:left|right)(?=[\s'"`])|float-(?:left|right)(?=[\s'"`]))[\w./\])%()-]*/g;
const DECLARATION =
  /(?:^|[;{\s])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*\s*:|(?:left|right)\s*:(?!\s*50%)|(?:text-align|float|clear)\s*:\s*(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius\s*:)/g;

export function physicalSides(file: string, source: string): readonly PhysicalSide[] {
  const isSheet = file.endsWith('.css');
  const text = withoutComments(source);
  return [...text.matchAll(isSheet ? DECLARATION : CLASS)].map((match) => ({
    line: source.slice(0, match.index).split('\n').length + (/^\n/.test(match[0]) ? 1 : 0),
    text: (match[1] ?? match[0]).trim(),
  }));
}

/** Comments keep their length and lines, and say nothing. */
const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));
