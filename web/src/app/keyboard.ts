/**
 * Single keys outside of fields, as the design's list names them. Pure: a key press and what came before it in, an
 * intent out. `G` waits for a second key.
 */

export type KeyIntent =
  | { readonly do: 'new-task' }
  | { readonly do: 'go'; readonly path: string }
  /** The board of the project that was open last. */
  | { readonly do: 'board' }
  | { readonly do: 'move'; readonly by: 1 | -1 }
  | { readonly do: 'complete' }
  | { readonly do: 'edit-title' }
  | { readonly do: 'today' }
  | { readonly do: 'delete' }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  | { readonly do: 'help' }
  | { readonly do: 'close' }
  | { readonly do: 'wait-for-place' };

export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** A field, a menu or a dialog has the focus. */
  readonly inField: boolean;
  /** Text is being written: its own undo rules. */
  readonly inText: boolean;
  /** A row of a list has the focus. */
  readonly onRow: boolean;
}

const places: { readonly [key: string]: string } = {
  t: '/today',
  i: '/inbox',
  p: '/projects',
  s: '/sync',
  m: '/members',
};

const plainKeys: { readonly [key: string]: KeyIntent } = {
  n: { do: 'new-task' },
  '/': { do: 'go', path: '/search' },
  '?': { do: 'help' },
  j: { do: 'move', by: 1 },
  k: { do: 'move', by: -1 },
  arrowdown: { do: 'move', by: 1 },
  arrowup: { do: 'move', by: -1 },
  g: { do: 'wait-for-place' },
  escape: { do: 'close' },
};

const rowKeys: { readonly [key: string]: KeyIntent } = {
  ' ': { do: 'complete' },
  e: { do: 'edit-title' },
  t: { do: 'today' },
  delete: { do: 'delete' },
};

export function readKey(press: KeyPress, afterG: boolean): KeyIntent | null {
  const key = press.key.toLowerCase();
  if (press.ctrl && !press.alt) {
    if (key === 'k') return { do: 'go', path: '/search' };
    if (key === 'z' && !press.inText) return { do: press.shift ? 'redo' : 'undo' };
    return null;
  }
  if (press.inField || press.alt || press.ctrl) return null;
  if (afterG && key === 'b') return { do: 'board' };
  if (afterG) return Object.hasOwn(places, key) ? { do: 'go', path: places[key] ?? '/' } : null;
  if (press.onRow && Object.hasOwn(rowKeys, key)) return rowKeys[key] ?? null;
  return Object.hasOwn(plainKeys, key) ? (plainKeys[key] ?? null) : null;
}
