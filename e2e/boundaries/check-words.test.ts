import { describe, expect, test } from 'vitest';
import { checkWords } from './check-words';

const found = (path: string, text: string): number =>
  checkWords([{ path, text }]).filter((violation) => violation.file === path).length;

describe('English in the code of a screen is found', () => {
  test.each([
    ['between tags', '<p>Nothing left</p>'],
    ['in an attribute', '<Button label="Add a task" />'],
    ['one word', '<Button label="Delete" />'],
    ['chosen by a condition', "<Button label={open ? 'Close' : 'Open'} />"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a source in a string
    ['with blanks', '<p>{`${n} tasks`}</p>'],
    ['in a table', "[{ label: 'Rename', icon: <Icon /> }]"],
    ['added together', "name + ' is deleted'"],
    ['as what to fall back on', "name ?? 'a workspace'"],
  ])('%s', (_, code) => {
    expect(found('web/src/features/tasks/line.tsx', `export const x = () => ${code};`)).toBeGreaterThan(0);
  });
});

test('messages are defined in message files alone', () => {
  const text = "export const rowWords = words('row', { done: 'Done' });";
  expect(found('web/src/features/tasks/row-words.ts', text)).toBe(0);
  expect(found('web/src/features/tasks/row-messages.ts', text)).toBe(0);
  expect(found('web/src/features/tasks/row.tsx', text)).toBe(1);
});

test('outside of screens too', () => {
  expect(found('web/src/db/intent.ts', "export const words = 'There is no such day.';")).toBe(1);
});

describe('what nobody reads stays quiet', () => {
  test.each([
    ['classes', '<p className="mt-2 flex items-center gap-2">{t.words}</p>'],
    ['classes put together', "classNames('column column-wide', on && 'text-ink-2')"],
    ['a key that is asked for', "event.key === 'Delete'"],
    ['a key that is drawn', '<Kbd>Enter</Kbd>'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a source in a string
    ['an id', '`task ${id}`'],
    ['an error of the program', "new Error('useX needs an XProvider above it')"],
    ['a report', "deps.report('the store refused', error)"],
    ['the messages themselves', "words('tasks', { add: 'Add a task' })"],
    ['a path', "go('/sign-in')"],
  ])('%s', (_, code) => {
    expect(found('web/src/features/tasks/line.tsx', `export const x = () => ${code};`)).toBe(0);
  });
});

describe('a side of the screen is found', () => {
  test.each([
    ['web/src/ui/row.tsx', '<p className="ml-2 flex" />'],
    ['web/src/ui/row.tsx', '<p className="md:pr-[3px]" />'],
    ['web/src/ui/row.tsx', '<p className="text-left" />'],
    ['web/src/ui/row.tsx', '<p className="absolute -right-2" />'],
    ['web/src/ui/rows.css', '.row { padding-left: 2px }'],
    ['web/src/ui/rows.css', '.row {\n  right: 0;\n}'],
    ['web/src/ui/rows.css', '.row { text-align: right; }'],
  ])('%s: %s', (path, text) => {
    expect(found(path, path.endsWith('.css') ? text : `export const x = () => ${text};`)).toBe(1);
  });
  test.each([
    ['web/src/ui/row.tsx', '<p className="ms-2 pe-1 start-0 text-end left-1/2" />'],
    ['web/src/ui/rows.css', '/* left: */ .row { inset-inline-start: 0; padding-inline: 2px; left: 50% }'],
  ])('start and end are not: %s: %s', (path, text) => {
    expect(found(path, path.endsWith('.css') ? text : `export const x = () => ${text};`)).toBe(0);
  });
});
