/**
 * A sheet: on a phone from the bottom edge with a grabber, dragged down to close; from 768 px a panel
 * over the list at the far side. The focus goes in and comes back; closing keeps what the caller keeps.
 */
import { Drawer } from '@base-ui/react/drawer';
import type { ReactNode, RefObject } from 'react';
import { classNames } from './class-names';
import { tabletQuery, useMediaQuery } from './media';
import { ToastPlace } from './toast';

export interface SheetProps {
  open: boolean;
  onClose: () => void;
  /** What the sheet is, for readers: "Task: Order rope". */
  label: string;
  /** As tall as the screen allows (a task), instead of as tall as its content. */
  tall?: boolean | undefined;
  /** What has the focus first; by default the sheet itself, so that no keyboard jumps up. */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  children: ReactNode;
}

export function Sheet({ open, onClose, label, tall = false, initialFocus, children }: SheetProps) {
  const beside = useMediaQuery(tabletQuery);
  return (
    <Drawer.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      swipeDirection={beside ? 'right' : 'down'}
    >
      <Drawer.Portal>
        <Drawer.Backdrop className="scrim" />
        <Drawer.Viewport className="sheet-room">
          <Drawer.Popup
            className={classNames('sheet', tall && 'sheet-tall')}
            aria-label={label}
            {...(initialFocus ? { initialFocus } : {})}
          >
            <div className="grab" aria-hidden="true" />
            {children}
            <ToastPlace />
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  );
}
