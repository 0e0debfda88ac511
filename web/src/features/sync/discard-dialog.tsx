/** Asks once before something is thrown away, and offers a copy first. */
import { useRef } from 'react';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/overlays';

export interface DiscardDialogProps {
  open: boolean;
  /** "Discard your comment on T?" */
  question: string;
  /** Nothing to copy: no text in it. */
  copies: boolean;
  onCopyAndDiscard: () => void;
  onDiscard: () => void;
  onKeep: () => void;
}

export function DiscardDialog(props: DiscardDialogProps) {
  const { open, question, copies, onCopyAndDiscard, onDiscard, onKeep } = props;
  const keep = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={open}
      onClose={onKeep}
      small
      title={question}
      initialFocus={keep}
      actions={
        <>
          {copies && (
            <Button kind="main" onClick={onCopyAndDiscard}>
              Copy, then discard
            </Button>
          )}
          <Button kind="danger" onClick={onDiscard}>
            Discard
          </Button>
          <Button kind="quiet" ref={keep} onClick={onKeep}>
            Keep
          </Button>
        </>
      }
    >
      It is only on this device.
    </Dialog>
  );
}
