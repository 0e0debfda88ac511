import { describe, expect, it } from 'vitest';
import { type BannerFacts, bannerOf } from './banner-order';

const calm: BannerFacts = {
  standing: 'in',
  waiting: 0,
  needsYou: 0,
  offline: false,
  firstLoad: false,
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
  underHeading: false,
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
      firstLoad: true,
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
      ['first-load', { firstLoad: false }],
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

  it('[CL10] a full device: what is safe and what is not, and a way to keep it', () => {
    expect(bannerOf({ ...calm, storage: 'full' })).toMatchObject({
      lead: 'This device is full.',
      words:
        'What you had is safe; new changes are not saved yet. Remove photos or apps from this device, then save again.',
      actions: ['export'],
    });
  });

  it('under the heading of the sync centre: what the heading does not say, and the way out of it', () => {
    const under = (facts: Partial<BannerFacts>) => bannerOf({ ...calm, underHeading: true, ...facts });
    for (const facts of [
      { storage: 'full' },
      { storage: 'dead' },
      { standing: 'out' },
      { needsYou: 2 },
      { serverTrouble: true },
      { offline: true },
    ] as const)
      expect(under(facts)).toBeNull();
    expect(under({ needsYou: 2, offline: true, needsUpdate: true })?.actions).toEqual(['update']);
    expect(under({ offline: true, used: 0.95 })?.kind).toBe('almost-full');
    expect(under({ cleared: true })?.actions).toEqual(['put-away']);
  });

  it('[H44] taken over by a newer version: a reload is one tap away, where no browser bar is', () => {
    expect(bannerOf({ ...calm, storage: 'outdated' })?.actions).toEqual(['reload']);
  });

  it('[H57] the button says the word of its sentence', () => {
    expect(bannerOf({ ...calm, restart: true })?.actions).toEqual(['restart']);
    expect(bannerOf({ ...calm, updateStuck: true })?.actions).toEqual(['restart']);
    expect(said({ updateStuck: true })).toMatch(/then restart\.$/);
    expect(bannerOf({ ...calm, needsUpdate: true })?.actions).toEqual(['update']);
  });

  it('a first load: what is not here yet is not gone, with and without a signal', () => {
    expect(said({ firstLoad: true })).toBe('Your tasks are still coming. Not all are on this device yet.');
    expect(said({ firstLoad: true, offline: true })).toBe(
      'Offline. Your tasks come when the signal is back; what you add is saved here.',
    );
  });

  it('[CL14] a browser without a worker: what is written is saved, and what is not possible', () => {
    expect(said({ offlineSupport: 'no-worker' })).toBe(
      'This works online only. What you write is saved here, but this browser can’t open Holdfast without a connection.',
    );
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
