import { atom } from 'nanostores';
import { describe, expect, test } from 'vitest';
import { chooseLanguage } from './choose-language';
import { createWords, type LanguageFile } from './create-words';
import { blanks, counts } from './message';

const polish: LanguageFile = {
  sections: { title: 'Sekcje' },
  tasks: {
    title: 'Zadania',
    done: { one: '{count} zadanie', few: '{count} zadania', many: '{count} zadań', other: '{count} zadania' },
  },
};

async function setUp(code: string) {
  const { words, ready } = createWords(atom(code), async () => (code === 'en' ? {} : polish));
  const messages = words('tasks', {
    title: 'Tasks',
    moved: blanks('{who} moved {title}'),
    done: counts({ one: '1 task', other: '{count} tasks' }),
    doneBy: counts({ one: '1 task by {who}', other: '{count} tasks by {who}' }),
  });
  const others = words('labels', { title: 'Labels' });
  await ready();
  return { t: messages.get(), others: others.get(), words };
}

describe('English', () => {
  test('a value is never taken for a pattern or for another blank', async () => {
    const { t } = await setUp('en');
    expect(t.moved({ who: '$& {title} $1', title: 'a' })).toBe('$& {title} $1 moved a');
  });

  test('a count chooses its form and is written as the language writes numbers', async () => {
    const { t } = await setUp('en');
    expect(t.done(1)).toBe('1 task');
    expect(t.done(1240)).toBe('1,240 tasks');
    expect(t.doneBy(2, { who: 'Ana' })).toBe('2 tasks by Ana');
  });
});

describe('another language is a file', () => {
  test('with its own plural forms; a message that it lacks, or a whole folder, is shown in English', async () => {
    const { t, others } = await setUp('pl');
    expect(t.title).toBe('Zadania');
    expect([1, 2, 5].map((count) => t.done(count))).toEqual(['1 zadanie', '2 zadania', '5 zadań']);
    expect(t.moved({ who: 'Ana', title: 'x' })).toBe('Ana moved x');
    expect(others.title).toBe('Labels');
  });

  test('what is defined later, with a later screen, speaks it at once', async () => {
    const { words } = await setUp('pl');
    expect(words('sections', { title: 'Sections' }).get().title).toBe('Sekcje');
  });
});

describe('the language is chosen', () => {
  test.each([
    [['de-AT', 'en'], 'de'],
    [['fr', 'pt-BR'], 'pt-BR'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('%j → %s', (read, chosen) => {
    expect(chooseLanguage(read, ['en', 'de', 'pt-BR'], 'en')).toBe(chosen);
  });
});
