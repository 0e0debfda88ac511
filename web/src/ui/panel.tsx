/**
 * The open thing: from 1200 px a region beside the list, below that a sheet. The pieces inside are the
 * same in both: PanelBar, PanelBody, PanelFoot.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../words/use-words';
import { isComposing } from './composing';
import { IconButton } from './icon-button';
import { CloseIcon } from './icons';
import { useMediaQuery, wideQuery } from './media';
import { Sheet } from './overlays';
import { uiWords } from './words';

export interface PanelProps {
  open: boolean;
  /** Which one is open: another one takes the focus in anew. */
  about: string | null;
  onClose: () => void;
  label: string;
  children: ReactNode;
}

export function Panel({ open, about, onClose, label, children }: PanelProps) {
  const beside = useMediaQuery(wideQuery);
  if (!beside) {
    return (
      <Sheet open={open} onClose={onClose} label={label} tall>
        {children}
      </Sheet>
    );
  }
  if (!open) return null;
  return (
    <PanelBeside about={about} label={label} onClose={onClose}>
      {children}
    </PanelBeside>
  );
}

/**
 * Beside the list it is no dialog: the list stays in use, and Esc closes only from within. What opens takes the focus
 * in, so that Tab goes on through it and not through all rows of the list first.
 */
function PanelBeside({ about, label, onClose, children }: Omit<PanelProps, 'open'>) {
  const region = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is open
  useEffect(() => {
    // A title that is to be edited has it already.
    if (!region.current?.contains(document.activeElement)) region.current?.focus({ preventScroll: true });
  }, [about]);
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
      // The page has a close of its own: one press closes one thing.
      event.preventDefault();
      onClose();
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <section ref={region} className="panel" aria-label={label} tabIndex={-1}>
      {children}
    </section>
  );
}

/** The bar on top: close, where it belongs, actions. */
export function PanelBar({
  onClose,
  crumb,
  actions,
}: {
  onClose: () => void;
  crumb?: ReactNode;
  actions?: ReactNode;
}) {
  const t = useWords(uiWords);
  return (
    <header className="panel-bar">
      <IconButton label={t.close} icon={<CloseIcon />} onClick={onClose} />
      <div className="flex min-w-0 flex-1">{crumb}</div>
      {actions}
    </header>
  );
}

export function PanelBody({ children }: { children: ReactNode }) {
  return <div className="panel-body">{children}</div>;
}

/** A composer that stays in view below the body. */
export function PanelFoot({ children }: { children: ReactNode }) {
  return <footer className="panel-foot">{children}</footer>;
}

/** The check and the title of the open thing; the last child takes the room. */
export function PanelTitle({ check, children }: { check?: ReactNode; children: ReactNode }) {
  return (
    <div className="panel-title">
      {check}
      {children}
    </div>
  );
}
