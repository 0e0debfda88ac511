import { describe, expect, it } from 'vitest';
import { type Statement, type SyncFacts, statementOf } from './statement';
import { firstShown, nextShown } from './statement-shown';

const time = (at: number) => `t${at}`;
const calm: SyncFacts = {
  account: 'in',
  storage: 'fine',
  counted: true,
  waiting: 0,
  needsYou: 0,
  silentSince: null,
  unreachable: false,
  serverTrouble: false,
  nextTryAt: null,
  needsUpdate: false,
  streamDeadSince: null,
  moving: null,
  asOf: 9,
  firstLoad: false,
  alone: false,
};
const lines = (over: Partial<SyncFacts>, now = 100_000): readonly [string, string] => {
  const { text, second } = statementOf({ ...calm, ...over }, now, time);
  return [text, second];
};

describe('every line of the design’s table', () => {
  const table: [string, Partial<SyncFacts>, string, string][] = [
    ['In step', {}, 'Everything is saved', 'Everyone has it, t9'],
    ['In step, alone', { alone: true }, 'Everything is saved', 'Your account has it, t9'],
    ['In step, no live connection', { streamDeadSince: 0 }, 'Everything is saved', 'Checking every 5 s'],
    [
      'In step, and nothing answers: nothing is being checked',
      { streamDeadSince: 0, silentSince: 99_000, unreachable: true },
      'Everything is saved',
      'Everyone has it, t9',
    ],
    ['Changes waiting, online', { waiting: 3 }, '3 changes saved here', 'Sending now'],
    ['One change waiting', { waiting: 1 }, '1 change saved here', 'Sending now'],
    [
      'Changes waiting, weak signal',
      { waiting: 3, silentSince: 99_000, unreachable: true },
      '3 changes saved here',
      'Sending when the signal holds',
    ],
    [
      'Long send',
      { waiting: 660, moving: { done: 340, total: 1000, since: 99_999 } },
      'Syncing 340 of 1,000',
      'Keep working',
    ],
    ['Offline, nothing waiting', { silentSince: 1 }, 'Offline', 'Everyone else: as of t9'],
    [
      'Offline, nothing waiting, alone',
      { silentSince: 1, alone: true },
      'Offline',
      'Your other devices: as of t9',
    ],
    [
      'Offline, changes waiting',
      { silentSince: 1, waiting: 7 },
      'Offline, 7 changes saved here',
      'They go out by themselves',
    ],
    ['Needs decisions', { needsYou: 2 }, '2 need you', 'The rest is saved'],
    ['Needs one decision', { needsYou: 1 }, '1 needs you', 'The rest is saved'],
    ['Needs decisions, rest waits', { needsYou: 2, waiting: 1 }, '2 need you', 'The rest is saved here'],
    ['No account', { account: 'none', waiting: 5 }, 'Saved on this device', 'Sign up to have it elsewhere'],
    [
      'Signed out with changes',
      { account: 'out', waiting: 4 },
      'You’re signed out',
      'Your 4 waiting changes stay here and go out when you sign in',
    ],
    ['Signed out', { account: 'out' }, 'You’re signed out', 'Sign in'],
    [
      'Our side down',
      { waiting: 2, serverTrouble: true, nextTryAt: 5 },
      '2 changes saved here',
      'Our side has trouble; next try t5',
    ],
    [
      '[CL8] Too old to send',
      { waiting: 2, needsUpdate: true },
      '2 changes saved here',
      'This version can’t send any more',
    ],
    ['Too old to hear', { needsUpdate: true }, 'Everything is saved', 'This version can’t send any more'],
    [
      'Offline, one change',
      { silentSince: 1, waiting: 1 },
      'Offline, 1 change saved here',
      'It goes out by itself',
    ],
    [
      'A first load that has not begun',
      { firstLoad: true, asOf: null },
      'Getting your tasks',
      'They come from your account',
    ],
    [
      'A first load under way',
      { firstLoad: true, asOf: null, moving: { done: 340, total: 1000, since: 99_999 } },
      'Syncing 340 of 1,000',
      'Keep working',
    ],
    ['[CL10] Full', { storage: 'full' }, 'This device is full', 'What is on screen is not saved yet'],
    [
      '[CL10] Full, no account',
      { storage: 'full', account: 'none' },
      'This device is full',
      'What is on screen is not saved yet',
    ],
    [
      '[CL10] Silent storage, uncounted',
      { storage: 'dead', counted: false },
      'Storage does not answer',
      'What is on screen may not be saved yet',
    ],
    [
      '[H44] Taken over by a newer version',
      { storage: 'outdated', silentSince: 1, waiting: 3 },
      'A newer version is open',
      'What is on screen is not saved',
    ],
  ];
  it('before anything was counted it says that it reads, and claims nothing', () => {
    expect(lines({ counted: false })).toEqual(['Reading this device', '']);
    expect(lines({ counted: false, silentSince: 0 })[0]).toBe('Reading this device');
    expect(lines({ counted: false, account: 'out' })[0]).toBe('Reading this device');
    expect(lines({ counted: false, account: 'none' })[0]).toBe('Saved on this device');
  });

  it.each(table)('%s', (_, facts, text, second) => {
    expect(lines(facts)).toEqual([text, second]);
  });

  it('groups large numbers', () => {
    expect(lines({ waiting: 12_340, silentSince: 0 })[0]).toBe('Offline, 12,340 changes saved here');
  });
});

describe('timing of truth', () => {
  it('"Offline" only after 3 s without an answer', () => {
    expect(lines({ silentSince: 100_000 }, 102_999)[0]).toBe('Everything is saved');
    expect(lines({ silentSince: 100_000 }, 103_000)[0]).toBe('Offline');
  });

  it('"Syncing" only beyond 20 changes or 3 s', () => {
    const moving = { done: 1, total: 20, since: 100_000 };
    expect(lines({ waiting: 20, moving }, 102_999)[0]).toBe('20 changes saved here');
    expect(lines({ waiting: 20, moving }, 103_000)[0]).toBe('Syncing 1 of 20');
    expect(lines({ waiting: 21, moving: { ...moving, total: 21 } }, 100_000)[0]).toBe('Syncing 1 of 21');
  });

  it('[CL4] "Everything is saved" never while a change waits', () => {
    for (const silentSince of [null, 0, 99_999])
      for (const streamDeadSince of [null, 0])
        for (const needsYou of [0, 1])
          expect(
            statementOf({ ...calm, waiting: 1, silentSince, streamDeadSince, needsYou }, 100_000, time).kind,
          ).not.toBe('saved');
  });

  it('a statement changes at most once a second, and says when to look again', () => {
    const shown = firstShown({ ...calm, waiting: 1 }, 1_000, time);
    const held = nextShown(shown, calm, 1_030, time);
    expect(held.statement.kind).toBe('waiting');
    expect(held.lookAt).toBe(2_000);
    expect(nextShown(held, calm, 2_000, time).statement.kind).toBe('saved');
  });

  it('gives up "Everything is saved" at once, for it would no longer be true', () => {
    const shown = firstShown(calm, 1_000, time);
    expect(nextShown(shown, { ...calm, waiting: 1 }, 1_001, time).statement.kind).toBe('waiting');
    expect(nextShown(shown, { ...calm, needsYou: 2 }, 1_001, time).statement.kind).toBe('needs-you');
  });

  it('gives up "The rest is saved" at once when a change waits', () => {
    const shown = firstShown({ ...calm, needsYou: 1 }, 1_000, time);
    expect(shown.statement.second).toBe('The rest is saved');
    const next = nextShown(shown, { ...calm, needsYou: 1, waiting: 1 }, 1_001, time);
    expect(next.statement.second).toBe('The rest is saved here');
  });

  it('gives up "Sending now" at once when nobody answered, and "Reading" when it has read', () => {
    const sending = firstShown({ ...calm, waiting: 1 }, 1_000, time);
    expect(sending.statement.second).toBe('Sending now');
    const next = nextShown(
      sending,
      { ...calm, waiting: 1, unreachable: true, silentSince: 990 },
      1_001,
      time,
    );
    expect(next.statement.second).toBe('Sending when the signal holds');
    const reading = firstShown({ ...calm, counted: false }, 1_000, time);
    expect(nextShown(reading, { ...calm, needsYou: 1 }, 1_001, time).statement.kind).toBe('needs-you');
  });

  it('looks again by time alone: offline comes without any new fact', () => {
    const facts = { ...calm, silentSince: 1_000 };
    const shown = firstShown(facts, 1_000, time);
    expect(shown.lookAt).toBe(4_000);
    const later = nextShown(shown, facts, 4_000, time);
    expect(later.statement.kind).toBe('offline');
    expect(later.lookAt).toBe(null);
  });

  it('[CL10] a device that takes nothing is said at once, however new the claim before it', () => {
    const shown = firstShown(calm, 1_000, time);
    expect(nextShown(shown, { ...calm, storage: 'full' }, 1_001, time).statement.kind).toBe('not-saved');
  });

  it('keeps the same object where nothing changes', () => {
    const shown = firstShown(calm, 1_000, time);
    expect(nextShown(shown, { ...calm }, 9_000, time)).toBe(shown);
  });

  it('over any second of quick answers, shows few statements and never a false one', () => {
    let shown = firstShown(calm, 0, time);
    const changesAt: number[] = [];
    const kinds: Statement['kind'][] = [];
    for (let now = 0; now < 10_000; now += 10) {
      const facts = { ...calm, waiting: now % 100 < 30 ? 1 : 0 };
      const next = nextShown(shown, facts, now, time);
      if (next.statement !== shown.statement) changesAt.push(now);
      shown = next;
      kinds.push(shown.statement.kind);
      if (facts.waiting > 0) expect(shown.statement.kind).not.toBe('saved');
    }
    expect(changesAt.length).toBeLessThanOrEqual(20);
  });
});
