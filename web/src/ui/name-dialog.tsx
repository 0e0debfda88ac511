/** A small dialog that asks for a name: of something new, or another for what is there. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../words/use-words';
import { Button } from './button';
import { TextField } from './field';
import { useOneAtATime } from './one-at-a-time';
import { Dialog } from './overlays';
import { uiWords } from './words';

export interface NameDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** On the button that saves. */
  action: string;
  /** What is there already, as it was when the dialog opened. Without it, what was typed stays when it closes. */
  from?: string | undefined;
  /** Said where there is no name. */
  needsName: string;
  /** Words of a refusal; null once it is stored. */
  onSave: (name: string) => Promise<string | null>;
  /** Below the name: a colour. */
  children?: ReactNode;
}

export function NameDialog(props: NameDialogProps) {
  const { open, onClose, title, action, from, needsName, onSave, children } = props;
  const t = useWords(uiWords);
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  /** Each time that it opens is another. */
  const opening = useRef(0);
  useEffect(() => {
    if (open) opening.current += 1;
  }, [open]);
  useEffect(() => {
    if (!open || from === undefined) return;
    setName(from);
    setFault(null);
  }, [open, from]);

  const save = useOneAtATime(async () => {
    if (!open) return;
    const mine = opening.current;
    const refusal = name.trim() === '' ? needsName : await onSave(name);
    const isStillOpen = opening.current === mine;
    if (isStillOpen || from === undefined) setFault(refusal);
    if (refusal !== null) return;
    if (from === undefined) setName((now) => (now === name ? '' : now));
    if (isStillOpen) onClose();
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      small
      initialFocus={field}
      actions={
        <>
          <Button kind="main" onClick={() => void save()}>
            {action}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          ref={field}
          label={t.name}
          value={name}
          onValue={(next) => {
            setName(next);
            setFault(null);
          }}
          fault={fault}
          maxLength={200}
          autoComplete="off"
        />
        {children}
      </form>
    </Dialog>
  );
}
