import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../../ui/page-keys';
import { COMMANDS } from './commands';
import { type KeyRules, readKey } from './read-key';

const rules: KeyRules = { letters: true, onTasks: true, mayWrite: true };
const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrl: false,
  shift: false,
  alt: false,
  altGraph: false,
  inField: false,
  inText: false,
  inDialog: false,
  onControl: false,
  ...rest,
});
/** The command's id, `g …` where another key is waited for, or null. */
const read = (key: string, rest: Partial<KeyPress> = {}, how: Partial<KeyRules> = {}, prefix = '') => {
  const reading = readKey(press(key, rest), prefix, COMMANDS, { ...rules, ...how });
  return reading?.kind === 'command' ? reading.command.id : reading ? `${reading.prefix} …` : null;
};

describe('keys', () => {
  it('rest while a field or a dialog has the focus', () => {
    for (const key of ['n', 'j', '/', 'g', 'Delete', ' ', '?', '[']) {
      expect(read(key, { inField: true })).toBeNull();
      expect(read(key, { inDialog: true })).toBeNull();
    }
  });

  it('are about tasks only where there are some', () => {
    expect(read(' ')).toBe('complete');
    expect(read(' ', {}, { onTasks: false })).toBeNull();
    expect(read('e')).toBe('editTitle');
    // A button takes its own press.
    expect(read(' ', { onControl: true })).toBeNull();
    expect(read('e', { onControl: true })).toBe('editTitle');
  });

  it('change nothing for those who may only look', () => {
    for (const key of ['n', 'e', ' ', 'Delete']) expect(read(key, {}, { mayWrite: false })).toBeNull();
    expect(read('j', {}, { mayWrite: false })).toBe('next');
  });

  it('go to a place after G, and nowhere for another key', () => {
    expect(read('g')).toBe('g …');
    expect(read('i', {}, {}, 'g')).toBe('goInbox');
    expect(read('n', {}, {}, 'g')).toBeNull();
    expect(read('constructor', {}, {}, 'g')).toBeNull();
  });

  it('find and undo with Ctrl or Command; text keeps its own undo', () => {
    expect(read('k', { ctrl: true, inField: true, inText: true })).toBe('search');
    expect(read('z', { ctrl: true })).toBe('undo');
    expect(read('Z', { ctrl: true, shift: true })).toBe('redo');
    expect(read('z', { ctrl: true, inField: true })).toBe('undo');
    expect(read('z', { ctrl: true, inField: true, inText: true })).toBeNull();
    expect(read('n', { ctrl: true })).toBeNull();
    expect(read('n', { alt: true })).toBeNull();
    expect(read('N', { shift: true })).toBeNull();
  });

  it('can be turned off where they write a character; others stay', () => {
    const off = { letters: false };
    for (const key of ['n', '/', '?', '[', 'g', 'e']) expect(read(key, {}, off)).toBeNull();
    expect(read('k', { ctrl: true }, off)).toBe('search');
    expect(read(' ', {}, off)).toBe('complete');
    expect(read('ArrowDown', {}, off)).toBe('next');
  });
});

describe('layouts', () => {
  it.each<[string, Partial<KeyPress>, string]>([
    ['/', { shift: true, code: 'Digit7' }, 'search'], // German
    ['[', { ctrl: true, alt: true, altGraph: true, code: 'Digit8' }, 'sidebar'], // German, Windows
    ['[', { alt: true, code: 'Digit5' }, 'sidebar'], // German, Mac
    ['?', { shift: true, code: 'Slash' }, 'help'],
    ['т', { code: 'KeyN' }, 'newTask'], // Russian
    ['я', { code: 'KeyZ', ctrl: true }, 'undo'],
    ['ν', { code: 'KeyN' }, 'newTask'], // Greek
    ['n', { code: 'KeyL' }, 'newTask'], // Dvorak
    ['N', { code: 'KeyN' }, 'newTask'], // Caps Lock
  ])('%s with %j', (key, rest, id) => {
    expect(read(key, rest)).toBe(id);
  });

  it('a key that only begins a character is none', () => {
    expect(read('Dead', { code: 'KeyN' })).toBeNull();
    expect(read('Process', { code: 'KeyN' })).toBeNull();
  });
});

it('no key means two things in one place', () => {
  const taken = COMMANDS.flatMap(({ keys }) => keys);
  expect(new Set(taken).size).toBe(taken.length);
});
