/** `npm run boundaries`: the import rules over every source file; exit 1 if one is broken. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryFiles, root } from '../support/repository-files';
import { checkImports } from './check-imports';

const files = repositoryFiles()
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') }));

const violations = checkImports(files);
for (const { file, line, message } of violations) console.log(`${file}:${line} ${message}`);
console.log(`${files.length} files, ${violations.length} broken import rules`);
process.exitCode = violations.length > 0 || files.length === 0 ? 1 : 0;
