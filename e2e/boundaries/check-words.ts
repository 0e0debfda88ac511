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

/**
 * Sentences about a change, put together from verbs, fields and names, that are not yet messages. The list only gets
 * shorter: a file in it without such words is a violation too.
 */
export const NOT_YET: ReadonlySet<string> = new Set([
  'web/src/features/history/line-words.ts',
  'web/src/features/merges/diary-list.tsx',
  'web/src/features/merges/diary-query.ts',
  'web/src/features/merges/diary.ts',
  'web/src/features/merges/review-head.ts',
  'web/src/features/merges/review-sides.ts',
  'web/src/features/merges/review.ts',
  'web/src/features/merges/value-words.ts',
  'web/src/features/sync/change-tail.ts',
  'web/src/features/sync/change-words.ts',
  'web/src/features/sync/refusal-words.ts',
  'web/src/features/sync/verify-device.tsx',
  'web/src/features/undo/turned-words.ts',
]);

/** What lies under a finger that goes left or right lies there in every language. */
const UNDER_THE_FINGER = 'web/src/ui/gestures.css';

export function checkWords(
  files: readonly SourceFile[],
  notYet: ReadonlySet<string> = NOT_YET,
): readonly Violation[] {
  return files
    .filter(({ path }) => STYLED.test(path) && !isTest(path))
    .flatMap((file) => [
      // 1
      ...wordsOf(file, notYet),
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

function wordsOf({ path, text }: SourceFile, notYet: ReadonlySet<string>): readonly Violation[] {
  if (!SCREENS.test(path) || READ_AS_ENGLISH.has(path)) return [];
  const found = inlineWords(path, text);
  if (notYet.has(path))
    return found.length > 0
      ? []
      : [{ file: path, line: 1, message: 'has no inline words: take it off NOT_YET' }];
  return found.map((words) => ({
    file: path,
    line: words.line,
    message: `'${words.text}' is for people to read: it belongs in the words.ts of its folder`,
  }));
}
