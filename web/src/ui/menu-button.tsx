/**
 * A button that opens a menu or a popover. The caller draws the button and spreads the trigger props
 * on it; what opens is loaded when the pointer or the focus comes near.
 */
import { type KeyboardEvent, type ReactNode, type Ref, type RefObject, useCallback, useState } from 'react';
import type { MenuEntry } from './menu';
import { Menu, Popover, preloadOverlays } from './overlays';

export interface TriggerProps {
  ref: Ref<HTMLButtonElement>;
  'aria-haspopup': 'menu' | 'dialog';
  'aria-expanded': boolean;
  onClick: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onPointerEnter: () => void;
  onFocus: () => void;
}

export interface MenuButtonProps {
  /** What the menu is about, for readers. */
  label: string;
  /** Asked for once it has been opened: a list of rows builds no menus that nobody sees. */
  entries: () => readonly MenuEntry[];
  align?: 'start' | 'end' | undefined;
  trigger: (props: TriggerProps) => ReactNode;
}

export function MenuButton({ label, entries, align, trigger }: MenuButtonProps) {
  const { open, setOpen, anchor, wanted, props } = useTrigger('menu');
  return (
    <>
      {trigger(props)}
      <Menu
        open={open}
        onOpenChange={setOpen}
        anchor={anchor}
        label={label}
        entries={wanted ? entries() : []}
        align={align}
      />
    </>
  );
}

export interface PopoverButtonProps {
  label: string;
  align?: 'start' | 'end' | undefined;
  /** A field that is written in as soon as it opens. */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  trigger: (props: TriggerProps) => ReactNode;
  children: (close: () => void) => ReactNode;
}

export function PopoverButton({ label, align, initialFocus, trigger, children }: PopoverButtonProps) {
  const { open, setOpen, anchor, wanted, props } = useTrigger('dialog');
  return (
    <>
      {trigger(props)}
      <Popover
        open={open}
        onOpenChange={setOpen}
        anchor={anchor}
        label={label}
        align={align}
        initialFocus={initialFocus}
      >
        {wanted && children(() => setOpen(false))}
      </Popover>
    </>
  );
}

function useTrigger(kind: 'menu' | 'dialog') {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  if (open && !wanted) setWanted(true);
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const warm = useCallback(() => void preloadOverlays(), []);
  const props: TriggerProps = {
    ref: setAnchor,
    'aria-haspopup': kind,
    'aria-expanded': open,
    onClick: () => setOpen((was) => !was),
    onKeyDown: (event) => {
      if (kind !== 'menu' || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      setOpen(true);
    },
    onPointerEnter: warm,
    onFocus: warm,
  };
  return { open, setOpen, anchor, wanted, props };
}
