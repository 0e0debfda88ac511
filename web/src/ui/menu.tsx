/** A menu of actions or choices beside what opened it. */
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { focusBack } from './focus-back';
import { CheckIcon, ChevronRightIcon } from './icons';

export type MenuEntry =
  | {
      kind?: 'item' | undefined;
      label: string;
      icon?: ReactNode;
      /** A Kbd, a date, a count. */
      end?: ReactNode;
      danger?: boolean | undefined;
      disabled?: boolean | undefined;
      /** One of several: true for the one that holds now, false for the others. */
      chosen?: boolean | undefined;
      onSelect: () => void;
    }
  | { kind: 'menu'; label: string; icon?: ReactNode; entries: readonly MenuEntry[] }
  | { kind: 'group'; label: string }
  | { kind: 'line' };

export interface MenuProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  anchor: Element | null;
  label: string;
  entries: readonly MenuEntry[];
  align?: 'start' | 'end' | undefined;
}

export function Menu({ open, onOpenChange, anchor, label, entries, align = 'start' }: MenuProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {/* A landmark of its own: what floats lies outside of the page's. */}
      <Base.Portal role="region" aria-label={label}>
        <Base.Positioner
          className="menu-room"
          anchor={anchor}
          align={align}
          sideOffset={4}
          collisionPadding={8}
        >
          <Base.Popup
            className="menu"
            aria-label={label}
            finalFocus={() => focusBack(anchor)}
            onKeyDown={(event) => {
              if (event.key !== 'Tab') return;
              // Back to what opened it: the next stop would be the top of the window.
              event.preventDefault();
              onOpenChange(false);
            }}
          >
            <Entries entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Entries({ entries }: { entries: readonly MenuEntry[] }) {
  return entries.map((entry, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, and entries do not reorder while open
    <Entry key={`${at} ${'label' in entry ? entry.label : ''}`} entry={entry} />
  ));
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry.kind === 'line') return <Base.Separator className="menu-sep" />;
  if (entry.kind === 'group') return <div className="menu-group">{entry.label}</div>;
  if (entry.kind === 'menu') {
    return (
      <Base.SubmenuRoot>
        <Base.SubmenuTrigger className="menu-item">
          {entry.icon}
          <span className="menu-label">{entry.label}</span>
          <span className="menu-end">
            <ChevronRightIcon size="s" />
          </span>
        </Base.SubmenuTrigger>
        <Base.Portal>
          <Base.Positioner className="menu-room" sideOffset={2} alignOffset={-5} collisionPadding={8}>
            <Base.Popup className="menu" aria-label={entry.label}>
              <Entries entries={entry.entries} />
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.SubmenuRoot>
    );
  }
  const choice = entry.chosen === undefined ? {} : { role: 'menuitemradio', 'aria-checked': entry.chosen };
  return (
    <Base.Item
      className={classNames('menu-item', entry.danger && 'menu-item-danger')}
      disabled={entry.disabled ?? false}
      onClick={entry.onSelect}
      {...choice}
    >
      {entry.icon}
      <span className="menu-label">{entry.label}</span>
      {(entry.end !== undefined || entry.chosen) && (
        <span className={classNames('menu-end', entry.chosen && 'menu-chosen')}>
          {entry.chosen ? <CheckIcon size="s" /> : entry.end}
        </span>
      )}
    </Base.Item>
  );
}
