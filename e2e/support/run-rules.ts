/**
 * `npm run rules`: rules of the specification that no test cites, and tests that the hazards name and that are not there.
 * With --strict, one of the rules is a failure.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hazardsCited } from './hazards-cited';
import { repositoryFiles, root } from './repository-files';
import { rulesCited } from './rules-cited';

const spec = readFileSync(path.join(root, 'shared/docs/spec.md'), 'utf8');
const hazards = readFileSync(path.join(root, 'shared/docs/hazards.md'), 'utf8');
const tests = repositoryFiles()
  .filter((file) => /\.(test|spec)\.tsx?$|\/planted\//.test(file) && !/(rules|hazards)-cited/.test(file))
  .map((file) => ({ file, source: readFileSync(path.join(root, file), 'utf8') }));

const { rules, uncited, unknown } = rulesCited(
  spec,
  tests.map(({ source }) => source),
);
console.log(`${rules.length - uncited.length} of ${rules.length} rules are cited by a test's title`);
if (uncited.length > 0) console.log(`not cited: ${uncited.join(' ')}`);
if (unknown.length > 0) console.log(`cited, but no rule of spec.md: ${unknown.join(' ')}`);

const { known, missing, unknown: noHazards } = hazardsCited(hazards, tests);
console.log(`${known} hazards; of severity 0 and 1, tests that are named and not there: ${missing.length}`);
if (missing.length > 0) console.log(missing.join(', '));
if (noHazards.length > 0) console.log(`cited, but no hazard: ${noHazards.join(' ')}`);

const strict = process.argv.includes('--strict');
process.exitCode = rules.length === 0 || (strict && uncited.length + unknown.length > 0) ? 1 : 0;
