/**
 * Every word that people read stands in a message file (decision 110), and screens are laid out by where a line begins
 * and ends, not by left and right, so that right-to-left works. Pure: it gets the files and says what is wrong.
 *
 *  1 no English in the code of a screen
 *  2 no physical left or right in classes and style sheets
 */
import type { SourceFile, Violation } from './check-imports';
import { inlineWords } from './inline-words';
import { physicalSides } from './physical-sides';

const SCREENS = /^web\/src\/(?:app|features|ui)\/(?!gallery\/).*\.tsx?$/;
const STYLED = /^web\/src\/(?:app|features|ui)\/.*\.(?:tsx?|css)$/;
const isTest = (file: string) => /\.test\.tsx?$/.test(file);

/** What is written into a field for the reader of dates, who knows English. */
const READ_AS_ENGLISH: ReadonlySet<string> = new Set([
  'web/src/features/quick-add/day-in-line.ts',
  'web/src/features/quick-add/due-days.tsx',
  'web/src/features/quick-add/quick-add-tools.tsx',
  'web/src/features/welcome/first-run.tsx',
]);

/** What lies under a finger that goes left or right lies there in every language. */
const UNDER_THE_FINGER = 'web/src/ui/gestures.css';

export function checkWords(files: readonly SourceFile[]): readonly Violation[] {
  return files
    .filter(({ path }) => STYLED.test(path) && !isTest(path))
    .flatMap((file) => [
      // 1
      ...wordsOf(file),
      // 2
      ...(file.path === UNDER_THE_FINGER ? [] : physicalSides(file.path, file.text)).map(
        ({ line, text }) => ({
          file: file.path,
          line,
          message: `'${text}' is the same side in every language: say start or end`,
        }),
      ),
    ]);
}

function wordsOf({ path, text }: SourceFile): readonly Violation[] {
  if (!SCREENS.test(path) || READ_AS_ENGLISH.has(path)) return [];
  return inlineWords(path, text).map((words) => ({
    file: path,
    line: words.line,
    message: `'${words.text}' is for people to read: it belongs in a message file of its folder`,
  }));
}
