/** A small dialog that asks for a name: of something new, or another for what is there. */
import { type ReactNode, useRef } from 'react';
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
  name: string;
  onName: (name: string) => void;
  /** Why it is not taken as it stands. */
  fault: string | null;
  onSave: () => Promise<void>;
  /** Below the name: a colour. */
  children?: ReactNode;
}

export function NameDialog(props: NameDialogProps) {
  const { open, onClose, title, action, name, onName, fault, onSave, children } = props;
  const t = useWords(uiWords);
  const field = useRef<HTMLInputElement>(null);
  const save = useOneAtATime(async () => {
    if (open) await onSave();
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
          onValue={onName}
          fault={fault}
          maxLength={200}
          autoComplete="off"
        />
        {children}
      </form>
    </Dialog>
  );
}
