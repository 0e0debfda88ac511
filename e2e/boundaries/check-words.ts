/**
 * Every word that people read stands in a message file (decision 110), and screens are laid out by where a line begins
 * and ends, not by left and right, so that right-to-left works. Pure: it gets the files and says what is wrong.
 *
 *  1 no English in the code of the app
 *  2 messages are defined in message files (`words.ts`, `*-words.ts`, `*-messages.ts`), where translators look for them
 *  3 no physical left or right in classes and style sheets
 */
import type { SourceFile, Violation } from './check-imports';
import { inlineWords } from './inline-words';
import { physicalSides } from './physical-sides';

const CODE = /^web\/src\/(?!testing\/|ui\/gallery\/).*\.tsx?$/;
const MESSAGES = /(?:^|[/-])(?:words|messages)\.ts$/;
const STYLED = /^web\/src\/(?:app|features|ui)\/.*\.(?:tsx?|css)$/;
const isTest = (file: string) => /\.test\.tsx?$/.test(file);

/** What is written into a field for the reader of dates, who knows English; and names of devices, which travel. */
const ENGLISH_FOR_ALL: ReadonlySet<string> = new Set([
  'web/src/features/quick-add/day-in-line.ts',
  'web/src/features/quick-add/due-days.tsx',
  'web/src/features/quick-add/quick-add-tools.tsx',
  'web/src/features/welcome/first-run.tsx',
  'web/src/platform/device-name.ts',
]);

/** What lies under a finger that goes left or right lies there in every language. */
const UNDER_THE_FINGER = 'web/src/ui/gestures.css';

export function checkWords(files: readonly SourceFile[]): readonly Violation[] {
  return files
    .filter(({ path }) => !isTest(path))
    .flatMap((file) => [
      // 1
      ...wordsOf(file),
      // 2
      ...definitionsOf(file),
      // 3
      ...sidesOf(file),
    ]);
}

function wordsOf({ path, text }: SourceFile): readonly Violation[] {
  if (!CODE.test(path) || ENGLISH_FOR_ALL.has(path)) return [];
  return inlineWords(path, text).map((words) => ({
    file: path,
    line: words.line,
    message: `'${words.text}' is for people to read: it belongs in a message file of its folder`,
  }));
}

function definitionsOf({ path, text }: SourceFile): readonly Violation[] {
  if (!CODE.test(path) || MESSAGES.test(path)) return [];
  return [...text.matchAll(/^(?:export )?const \w+ = words\(/gm)].map(({ index }) => ({
    file: path,
    line: text.slice(0, index).split('\n').length,
    message: 'messages belong in a message file of the folder',
  }));
}

function sidesOf({ path, text }: SourceFile): readonly Violation[] {
  if (!STYLED.test(path) || path === UNDER_THE_FINGER) return [];
  return physicalSides(path, text).map((side) => ({
    file: path,
    line: side.line,
    message: `'${side.text}' is the same side in every language: say start or end`,
  }));
}
