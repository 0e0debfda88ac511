import { describe, expect, it } from 'vitest';
import { askedTerms, folded, isPair, termsOf } from './terms';

const words = (text: string) => termsOf(text).map(({ term }) => term);

describe('the words of a text', () => {
  it.each([
    ['Order 40 m of marine rope!', ['order', '40', 'm', 'of', 'marine', 'rope']],
    ['Café Zürich, naïve ŁÓDŹ', ['cafe', 'zurich', 'naive', 'lodz']],
    ['Straße Ærø', ['strasse', 'aero']],
    ['ΑΘΉΝΑ Москва́', ['αθηνα', 'москва']],
    ['ｆｕｌｌ ﬁt', ['full', 'fit']],
    ['東京駅', ['東京', '京駅', '駅']],
    ['v2東京', ['v2', '東京', '京']],
    ['カード', ['カー', 'ード', 'ド']],
    ['हिन्दी', ['हिन्दी']],
    ['𠮷野', ['𠮷野', '野']],
    ['a'.repeat(60), ['a'.repeat(40)]],
    ['— …', []],
  ])('of %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('stand where they were written', () => {
    const text = 'Größe: 東京';
    for (const { start, end } of termsOf(text)) expect(text.slice(start, end)).toMatch(/Größe|東京|京/);
    expect(termsOf(text).map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [7, 9],
      [8, 9],
    ]);
  });

  it('are compared without accents, but not without letters', () => {
    expect(folded('Ünïcödé')).toBe('unicode');
    expect(folded('が')).toBe('が');
    expect(folded('서울')).toBe('서울');
  });

  it('are asked once each, without the last character of a run of pairs', () => {
    expect(askedTerms('東京駅 rope ROPE')).toEqual(['東京', '京駅', 'rope']);
    expect(askedTerms('駅')).toEqual(['駅']);
  });

  it('are the same each time, whatever was asked before', () => {
    expect(isPair('東京')).toBe(true);
    expect(words('東京駅')).toEqual(['東京', '京駅', '駅']);
  });
});
