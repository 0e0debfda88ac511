/** Asks once before something is thrown away, and offers a copy first. */
import { useRef } from 'react';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/overlays';
import { useWords } from '../../words/use-words';
import { centreWords } from './centre-words';

export interface DiscardDialogProps {
  open: boolean;
  /** "Discard your comment on “T”?" */
  question: string;
  /** Nothing to copy: no text in it. */
  copies: boolean;
  onCopyAndDiscard: () => void;
  onDiscard: () => void;
  onKeep: () => void;
}

export function DiscardDialog(props: DiscardDialogProps) {
  const t = useWords(centreWords);
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
              {t.copyThenDiscard}
            </Button>
          )}
          <Button kind="danger" onClick={onDiscard}>
            {t.discard}
          </Button>
          <Button kind="quiet" ref={keep} onClick={onKeep}>
            {t.keep}
          </Button>
        </>
      }
    >
      {t.onlyOnThisDevice}
    </Dialog>
  );
}
