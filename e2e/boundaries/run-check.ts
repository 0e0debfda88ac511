/** `npm run boundaries`: the import rules over every tracked or new source file; exit 1 if one is broken. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkImports } from './check-imports';

const root = path.resolve(import.meta.dirname, '../..');
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: root,
  encoding: 'utf8',
});
const files = listed
  .split('\0')
  .filter((file) => /\.tsx?$/.test(file) && existsSync(path.join(root, file)))
  .map((file) => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') }));

const violations = checkImports(files);
for (const { file, line, message } of violations) console.log(`${file}:${line} ${message}`);
console.log(`${files.length} files, ${violations.length} broken import rules`);
process.exitCode = violations.length > 0 || files.length === 0 ? 1 : 0;
