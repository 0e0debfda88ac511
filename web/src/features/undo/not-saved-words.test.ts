import { describe, expect, it } from 'vitest';
import { refused } from '../../db/intent';
import { notSavedWords, refusedWords } from './not-saved-words';

describe('why a write came to nothing', () => {
  it('[CL10] storage: what is on screen is not saved', () => {
    const words = (['full', 'dead', 'blocked', 'closed', 'unavailable'] as const).map((trouble) =>
      notSavedWords({ kind: 'not_stored', trouble }),
    );
    for (const one of words) expect(one).toContain('not saved yet');
    expect(words[0]).toContain('full');
  });

  it('[WR5] a value: by its field, with its limit', () => {
    expect(refusedWords(refused('invalid', 'title'))).toBe('A title has 1 to 500 characters.');
    expect(refusedWords(refused('invalid', 'description'))).toBe(
      'A description has at most 100,000 characters.',
    );
    expect(refusedWords(refused('invalid', 'dueOn'))).toBe('There is no such day.');
    expect(refusedWords(refused('invalid', 'shape'))).toBe('This can’t be saved as it is.');
    expect(refusedWords(refused('too_many'))).toMatch(/^That is more than [\d,]+ changes at once\./);
    expect(refusedWords(refused('too_large'))).toContain('900 KB');
  });

  it('nothing where it was saved, or was so already', () => {
    expect(notSavedWords({ kind: 'unchanged' })).toBeNull();
  });
});
