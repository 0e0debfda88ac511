import { describe, expect, it } from 'vitest';
import { centreHead } from './centre-head';
import type { StatementKind } from './statement';
import type { SyncView } from './sync-context';

type Known = Parameters<typeof centreHead>[0];
const CALM = {
  needsYou: 0,
  forAdmins: 0,
  offline: false,
  serverTrouble: false,
  firstLoad: false,
  asOf: 1,
  alone: false,
  waiting: 0,
};
const head = (
  kind: StatementKind,
  text: string,
  over: Partial<Omit<SyncView, 'statement'>> = {},
  second = 'Sending now',
) => {
  const known: Known = {
    ...CALM,
    statement: { kind, text, second, count: over.waiting ?? null, fraction: null },
    ...over,
  };
  return centreHead(known, 'Harbour Studio', () => '09:41');
};

describe('the heading of the sync centre', () => {
  it('never says that everyone has it where nobody else is', () => {
    expect(head('saved', 'Everything is saved').words).toBe(
      'Everyone in Harbour Studio has all your changes. Checked at 09:41.',
    );
    expect(head('saved', 'Everything is saved', { alone: true }).words).toBe(
      'Your account has all your changes. Checked at 09:41.',
    );
  });

  it('with decisions open it claims the rest only once it is sent', () => {
    expect(head('needs-you', '2 need you', { needsYou: 2 }).words).toMatch(
      /^Everything else is saved\. These/,
    );
    expect(head('needs-you', '1 needs you', { needsYou: 1, waiting: 3 }).words).toMatch(
      /^Everything else is saved on this device\. This one/,
    );
    expect(head('needs-you', '1 needs you', { needsYou: 1, offline: true }).words).toContain(
      'on this device',
    );
  });

  it('[PU9] held deletes of somebody who may not release them wait for an admin, not for them', () => {
    const held = { needsYou: 1, forAdmins: 1 };
    expect(head('needs-you', '1 needs you', held).words).toBe(
      'Everything else is saved. An owner or admin decides about it; until then nothing is deleted, and you can still keep it all.',
    );
    expect(head('needs-you', '2 need you', { ...held, needsYou: 2 }).words).toContain('until you decide');
  });

  it('signed out: what becomes of the changes below the title', () => {
    const stays = 'Your 4 waiting changes stay here and go out when you sign in';
    expect(head('signed-out', 'You’re signed out', { waiting: 4 }, stays)).toEqual({
      title: 'You’re signed out',
      words: 'Your 4 waiting changes stay here and go out when you sign in.',
    });
    expect(head('signed-out', 'You’re signed out', {}, 'Sign in').words).toContain('Nothing is lost');
  });

  it('[CL10] a device that takes nothing: what is not saved, and that the rest is still here', () => {
    expect(head('not-saved', 'This device is full', {}, 'What is on screen is not saved yet').words).toBe(
      'What is on screen is not saved yet. What was saved before is still here.',
    );
  });

  it('our side in trouble with nothing waiting is said here too', () => {
    const second = 'Our side has trouble; next try 09:45';
    expect(head('saved', 'Everything is saved', { serverTrouble: true, alone: true }, second).words).toBe(
      'Your account has all your changes. Checked at 09:41. Our side has trouble; next try 09:45.',
    );
  });

  it('a first load: nothing is missing, also where it cannot come yet', () => {
    expect(head('syncing', 'Getting your tasks', { firstLoad: true }).words).toMatch(/^Nothing is missing/);
    expect(head('offline', 'Offline', { firstLoad: true, offline: true, asOf: null }).words).toBe(
      'Your tasks come to this device when the signal is back. What you add meanwhile is saved here.',
    );
  });

  it('offline with nothing waiting: all of it was sent, and what may come is said of whoever else there is', () => {
    expect(head('offline', 'Offline', { offline: true }).words).toBe(
      'Everything you did here has been sent. What others did since 09:41 comes when the signal is back.',
    );
    expect(head('offline', 'Offline', { offline: true, alone: true }).words).toBe(
      'Everything you did here has been sent. What you did on other devices since 09:41 comes when the signal is back.',
    );
    expect(head('offline', 'Offline', { offline: true, alone: true, asOf: null }).words).toMatch(
      /What you do on other devices comes/,
    );
  });

  it('one change is one', () => {
    expect(head('waiting', '1 change saved here', { waiting: 1 }).words).toBe(
      'It is safe on this device. Sending now.',
    );
    expect(head('offline-waiting', 'Offline, 7 changes saved here', { waiting: 7 }).words).toMatch(
      /^They are/,
    );
  });
});
