/** A small surface beside what opened it, for choosing a date, labels, a person. */
import { Popover as Base } from '@base-ui/react/popover';
import type { ReactNode, RefObject } from 'react';
import { focusBack } from './focus-back';
import { tabletQuery, useMediaQuery } from './media';
import { tabWithin } from './tab-within';

export interface PopoverProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  anchor: Element | null;
  label: string;
  align?: 'start' | 'end' | undefined;
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  children: ReactNode;
}

export function Popover({
  open,
  onOpenChange,
  anchor,
  label,
  align = 'start',
  initialFocus,
  children,
}: PopoverProps) {
  const roomy = useMediaQuery(tabletQuery);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Positioner
          className="menu-room"
          anchor={anchor}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          // On a phone it rather lies over what opened it than that its last button is scrolled out of sight.
          {...(roomy ? {} : { collisionAvoidance: { side: 'shift' } })}
        >
          <Base.Popup
            className="menu popover"
            aria-label={label}
            finalFocus={() => focusBack(anchor)}
            onKeyDown={tabWithin}
            {...(initialFocus ? { initialFocus } : {})}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
