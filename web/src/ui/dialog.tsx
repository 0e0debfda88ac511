/**
 * A dialog: a question with its answers, or a small form. On a phone it stands at the bottom edge,
 * within reach of the thumb.
 */
import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { classNames } from './class-names';
import { focusBefore, focusedSoon, focusGoesTo } from './focus-back';
import { useDragDown } from './gestures/drag-down';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** The title is for readers only: the content says it to the eye. */
  hideTitle?: boolean | undefined;
  /** middle: questions and forms. high: quick add, which grows below. palette: search and commands. */
  place?: 'middle' | 'high' | 'palette' | undefined;
  small?: boolean | undefined;
  children?: ReactNode;
  /** Buttons, the main one first. */
  actions?: ReactNode;
  initialFocus?: RefObject<HTMLElement | null> | undefined;
}

export function Dialog(props: DialogProps) {
  const { open, onClose, title, hideTitle = false, place = 'middle', small = false, initialFocus } = props;
  const popup = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  const dragged = useDragDown(popup, onClose);
  // While it fades, keys are the page's again: none is written into a field that is going.
  useLayoutEffect(() => {
    const focused = focusedSoon();
    if (open && !popup.current?.contains(focused)) before.current = focused;
    // Opened again before it was gone.
    if (open) focusGoesTo(null);
    if (open || before.current === null || !(focused instanceof HTMLElement)) return;
    // On the body: its own field has given the focus up a moment before.
    if (!popup.current?.contains(focused) && focused !== document.body) return;
    if (focused !== document.body) focused.blur();
    focusGoesTo(before.current);
  }, [open]);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup
          ref={popup}
          className={classNames(
            'dialog',
            place === 'high' && 'dialog-high',
            place === 'palette' && 'dialog-pal',
            small && 'dialog-small',
          )}
          finalFocus={() => focusBefore(before.current, popup.current)}
          {...(initialFocus ? { initialFocus } : {})}
        >
          <div className="grab" aria-hidden="true" {...dragged} />
          <Base.Title className={hideTitle ? 'sr-only' : 'dialog-title'}>{title}</Base.Title>
          {props.children && <div className="dialog-body">{props.children}</div>}
          {props.actions && <div className="dialog-actions">{props.actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
