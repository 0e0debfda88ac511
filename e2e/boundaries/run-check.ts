/** `npm run boundaries`: the rules of imports, words and sides over every source file; exit 1 if one is broken. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryFiles, root } from '../support/repository-files';
import { checkImports } from './check-imports';
import { checkWords } from './check-words';

const read = (file: string) => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') });
const all = repositoryFiles();
const files = all.filter((file) => /\.tsx?$/.test(file)).map(read);
const sheets = all.filter((file) => file.endsWith('.css')).map(read);

const violations = [...checkImports(files), ...checkWords([...files, ...sheets])];
for (const { file, line, message } of violations) console.log(`${file}:${line} ${message}`);
console.log(`${files.length} files, ${violations.length} broken rules`);
process.exitCode = violations.length > 0 || files.length === 0 ? 1 : 0;
