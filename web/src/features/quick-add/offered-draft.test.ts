import { describe, expect, it } from 'vitest';
import { emptyDraft } from './new-task';
import { offeredBy, withOffered } from './offered-draft';

const offered = (more: object) => ({ title: '', text: '', url: '', ...more });

describe('what is shared or linked', () => {
  it('is a draft: the title in the line, the rest below', () => {
    const shared = offered({ title: ' Rope\nprices ', text: 'Look at this', url: 'https://rope.example/' });
    expect(withOffered(emptyDraft, shared)).toMatchObject({
      line: 'Rope prices',
      notes: 'Look at this\nhttps://rope.example/',
    });
    expect(withOffered(emptyDraft, offered({ text: 'Rope\nTar' }))).toMatchObject({
      line: 'Rope\nTar',
      notes: '',
    });
    expect(
      withOffered(emptyDraft, offered({ text: 'See https://a.example/', url: 'https://a.example/' })),
    ).toMatchObject({
      line: 'See https://a.example/',
      notes: '',
    });
    expect(withOffered(emptyDraft, offered({ url: 'https://a.example/' })).line).toBe('https://a.example/');
  });

  it('takes nothing from a draft that waits', () => {
    const draft = { ...emptyDraft, line: 'Ring fri ', notes: 'about the boat', plain: ['fri'] };
    expect(withOffered(draft, offered({ title: 'Rope', text: 'two\nlines' }))).toEqual({
      ...draft,
      line: 'Ring fri\nRope two lines',
    });
  });

  it('comes from an address', () => {
    expect(offeredBy('title=Pay+rent&notes=by%20card')).toEqual(
      offered({ title: 'Pay rent', text: 'by card' }),
    );
    expect(offeredBy('source=pwa')).toBeNull();
  });
});
