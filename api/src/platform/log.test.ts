import { expect, test } from 'vitest';
import { createLog } from './log';

function linesOf(format: 'text' | 'json', level?: 'info') {
  const lines: string[] = [];
  const log = createLog({ level, format, write: (line) => lines.push(line) });
  log.info({ route: '/sync/push', status: 200 }, 'request');
  log.warn({ account: 'a1', err: new Error('of a secret text') }, 'push refused');
  return lines;
}

test('a person at a terminal reads only what they should know, in words', () => {
  const lines = linesOf('text');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d warning: push refused \(account a1, err \{"name":"Error".*\)\n$/);
  expect(linesOf('text', 'info')[0]).toMatch(/info: request \(route \/sync\/push, status 200\)\n$/);
});

test('a collector gets every line as JSON; neither gets an error’s message', () => {
  const lines = linesOf('json');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['request', 'push refused']);
  expect([...lines, ...linesOf('text')].join()).not.toContain('secret');
});
