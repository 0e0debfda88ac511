import { describe, expect, it } from 'vitest';
import { type KeyPress, readKey } from './keyboard';

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  inField: false,
  inText: false,
  onRow: false,
  ...rest,
});

describe('single keys', () => {
  it('rest while a field has the focus', () => {
    for (const key of ['n', 'j', '/', 'g', 'Delete', ' '])
      expect(readKey(press(key, { inField: true, onRow: true }), false)).toBeNull();
  });

  it('act on a row only where one has the focus', () => {
    expect(readKey(press(' ', { onRow: true }), false)).toEqual({ do: 'complete' });
    expect(readKey(press(' '), false)).toBeNull();
    expect(readKey(press('e', { onRow: true }), false)).toEqual({ do: 'edit-title' });
  });

  it('close the open task from the list beside it', () => {
    expect(readKey(press('Escape', { onRow: true }), false)).toEqual({ do: 'close' });
    expect(readKey(press('Escape', { inField: true }), false)).toBeNull();
  });

  it('go to a place after G, and nowhere for another key', () => {
    expect(readKey(press('g'), false)).toEqual({ do: 'wait-for-place' });
    expect(readKey(press('i'), true)).toEqual({ do: 'go', path: '/inbox' });
    expect(readKey(press('constructor'), true)).toBeNull();
    expect(readKey(press('n'), true)).toBeNull();
  });

  it('find and undo with Ctrl or Command; a field keeps its own undo', () => {
    expect(readKey(press('k', { ctrl: true, inField: true }), false)).toEqual({ do: 'go', path: '/search' });
    expect(readKey(press('z', { ctrl: true }), false)).toEqual({ do: 'undo' });
    expect(readKey(press('Z', { ctrl: true, shift: true }), false)).toEqual({ do: 'redo' });
    expect(readKey(press('z', { ctrl: true, inField: true }), false)).toEqual({ do: 'undo' });
    expect(readKey(press('z', { ctrl: true, inField: true, inText: true }), false)).toBeNull();
    expect(readKey(press('n', { ctrl: true }), false)).toBeNull();
  });
});
