import { describe, expect, it } from 'vitest';
import { type BannerFacts, bannerOf } from './banner-order';

const calm: BannerFacts = {
  standing: 'in',
  waiting: 0,
  needsYou: 0,
  offline: false,
  serverTrouble: false,
  nextTry: null,
  needsUpdate: false,
  updateStuck: false,
  restart: false,
  storage: 'fine',
  cleared: false,
  used: 0.1,
  offlineSupport: 'yes',
  kept: false,
  onlyHere: 0,
  installable: false,
  put: [],
};
const said = (facts: Partial<BannerFacts>) => {
  const banner = bannerOf({ ...calm, ...facts });
  return banner && `${banner.lead} ${banner.words}`;
};

describe('the one line under the title', () => {
  it('says nothing while all is well', () => {
    expect(bannerOf(calm)).toBeNull();
  });

  it('most urgent first: each stands in for everything below it', () => {
    const all: BannerFacts = {
      ...calm,
      standing: 'out',
      storage: 'full',
      needsUpdate: true,
      needsYou: 2,
      serverTrouble: true,
      offline: true,
      offlineSupport: 'insecure',
      used: 0.95,
    };
    const order: [string, Partial<BannerFacts>][] = [
      ['full', { storage: 'fine' }],
      ['too-old', { needsUpdate: false }],
      ['signed-out', { standing: 'in' }],
      ['needs-you', { needsYou: 0 }],
      ['server-trouble', { serverTrouble: false }],
      ['offline', { offline: false }],
      ['insecure', { put: ['insecure'] }],
      ['almost-full', { used: 0 }],
    ];
    let facts = all;
    for (const [kind, gone] of order) {
      expect(bannerOf(facts)?.kind).toBe(kind);
      facts = { ...facts, ...gone };
    }
    expect(bannerOf(facts)).toBeNull();
  });

  it('[CL8] signed out, too old, our side down: the words of the trouble table', () => {
    expect(said({ standing: 'out', waiting: 4 })).toBe(
      'You’re signed out. Your 4 waiting changes stay here and go out when you sign in.',
    );
    expect(said({ standing: 'out', waiting: 1 })).toBe(
      'You’re signed out. Your 1 waiting change stays here and goes out when you sign in.',
    );
    expect(said({ needsUpdate: true, waiting: 7 })).toBe(
      'This version can’t send any more. Update and your 7 changes go out.',
    );
    expect(said({ serverTrouble: true, nextTry: '09:45' })).toBe(
      'Our side has trouble. Your changes stay here; next try 09:45.',
    );
  });

  it('[CL10] a full device: what is on screen is not saved, and a way to keep it', () => {
    expect(bannerOf({ ...calm, storage: 'full' })).toMatchObject({
      lead: 'This device is full.',
      words: 'What is on screen is not saved yet.',
      actions: ['export', 'free-space'],
    });
  });

  it('[CL14] plain http says why offline needs HTTPS, until it is put away', () => {
    expect(said({ offlineSupport: 'insecure' })).toContain('HTTPS');
    expect(said({ offlineSupport: 'insecure', put: ['insecure'] })).toBeNull();
  });

  it('may be cleared: only where there is enough to lose, no account, and no promise of the browser', () => {
    const alone = { standing: 'none', onlyHere: 12 } as const;
    expect(bannerOf({ ...calm, ...alone })?.actions).toEqual(['sign-in', 'put-away']);
    expect(bannerOf({ ...calm, ...alone, installable: true })?.actions).toEqual(['install', 'put-away']);
    expect(bannerOf({ ...calm, ...alone, kept: true })).toBeNull();
    expect(bannerOf({ ...calm, ...alone, kept: null })).toBeNull();
    expect(bannerOf({ ...calm, ...alone, onlyHere: 9 })).toBeNull();
  });
});
