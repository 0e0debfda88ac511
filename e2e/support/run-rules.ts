/** `npm run rules`: rules of the specification that no test cites. With --strict, one of them is a failure. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryFiles, root } from './repository-files';
import { rulesCited } from './rules-cited';

const spec = readFileSync(path.join(root, 'shared/docs/spec.md'), 'utf8');
const tests = repositoryFiles()
  .filter((file) => /\.(test|spec)\.tsx?$/.test(file) && !file.includes('rules-cited'))
  .map((file) => readFileSync(path.join(root, file), 'utf8'));

const { rules, uncited, unknown } = rulesCited(spec, tests);
console.log(`${rules.length - uncited.length} of ${rules.length} rules are cited by a test's title`);
if (uncited.length > 0) console.log(`not cited: ${uncited.join(' ')}`);
if (unknown.length > 0) console.log(`cited, but no rule of spec.md: ${unknown.join(' ')}`);

const strict = process.argv.includes('--strict');
process.exitCode = rules.length === 0 || (strict && uncited.length + unknown.length > 0) ? 1 : 0;
