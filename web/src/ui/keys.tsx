/** Keys as they stand on a keyboard: "Ctrl" "Enter", "G" then "T". */
import { Fragment } from 'react';
import { Kbd } from './marks';

const NAMES: { readonly [key: string]: string } = {
  mod: 'Ctrl',
  shift: 'Shift',
  enter: 'Enter',
  escape: 'Esc',
  delete: 'Del',
  space: 'Space',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
};
const ON_A_MAC: { readonly [key: string]: string } = { mod: '⌘', shift: '⇧', enter: '↩', delete: '⌦' };

let onMac = false;
/** Set once at start, from what the device says of itself. */
export function writeKeysForMac(mac: boolean): void {
  onMac = mac;
}

/** As a command names its keys: `mod+shift+z`, `g t`. */
const keyNames = (keys: string): string[] =>
  keys.split(/[ +]/).map((key) => (onMac ? ON_A_MAC[key] : undefined) ?? NAMES[key] ?? key.toUpperCase());

export function Keys({ keys }: { keys: string }) {
  return (
    <span className="keys">
      {keyNames(keys).map((name, i) => (
        <Fragment key={name}>
          {i > 0 && ' '}
          <Kbd>{name}</Kbd>
        </Fragment>
      ))}
    </span>
  );
}
