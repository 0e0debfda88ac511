import { createI18n } from '@nanostores/i18n';
import { atom } from 'nanostores';
import { describe, expect, test } from 'vitest';
import { chooseLanguage } from './choose-language';
import { blanks, counts } from './message';

const polish = {
  tasks: {
    title: 'Zadania',
    done: { one: '{count} zadanie', few: '{count} zadania', many: '{count} zadań', other: '{count} zadania' },
  },
};

function setUp(code: string) {
  const language = atom(code);
  const words = createI18n(language, { baseLocale: 'en', get: async () => polish });
  const messages = words('tasks', {
    title: 'Tasks',
    moved: blanks('{who} moved {title}'),
    done: counts({ one: '1 task', other: '{count} tasks' }),
    doneBy: counts({ one: '1 task by {who}', other: '{count} tasks by {who}' }),
  });
  return { language, messages, loading: words.loading };
}

describe('English', () => {
  test('a value is never taken for a pattern or for another blank', () => {
    const t = setUp('en').messages.get();
    expect(t.moved({ who: '$& {title} $1', title: 'a' })).toBe('$& {title} $1 moved a');
  });

  test('a count chooses its form and is written as the language writes numbers', () => {
    const t = setUp('en').messages.get();
    expect(t.done(1)).toBe('1 task');
    expect(t.done(1240)).toBe('1,240 tasks');
    expect(t.doneBy(2, { who: 'Ana' })).toBe('2 tasks by Ana');
  });
});

test('another language is a file; what it lacks is shown in English', async () => {
  const { messages, loading } = setUp('pl');
  const stop = messages.listen(() => undefined);
  await new Promise<void>((done) => loading.subscribe((isLoading) => !isLoading && done()));
  const t = messages.get();
  expect(t.title).toBe('Zadania');
  expect([1, 2, 5].map((count) => t.done(count))).toEqual(['1 zadanie', '2 zadania', '5 zadań']);
  expect(t.moved({ who: 'Ana', title: 'x' })).toBe('Ana moved x');
  stop();
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
