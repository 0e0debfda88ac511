/**
 * A small form whose answer only the server has. What was typed stays, whatever the answer; while the network works
 * the button says so and stays in place.
 */
import { type FormEvent, type ReactNode, type RefObject, useId, useState } from 'react';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/overlays';
import { useWords } from '../../words/use-words';
import { useSync } from '../sync/sync-context';
import { accountWords } from './words';

/** What is wrong, beside the field of that name. */
export interface FormFault {
  readonly field: string;
  readonly words: string;
}

/** What a field of that name is given: once something is typed, what was said about the form is over. */
export type FieldOf = (
  name: string,
  set: (value: string) => void,
) => { readonly fault: string | null; readonly onValue: (value: string) => void };

export interface OnlineFormDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Of the button that sends. */
  action: string;
  /** What it does cannot be taken back. */
  danger?: boolean;
  initialFocus: RefObject<HTMLElement | null>;
  /** Null once it is done: the dialog closes. */
  send: () => Promise<FormFault | null>;
  children: (field: FieldOf) => ReactNode;
}

export function OnlineFormDialog(props: OnlineFormDialogProps) {
  const t = useWords(accountWords);
  const { open, onClose, title, action, danger = false, initialFocus, send, children } = props;
  const { offline } = useSync();
  const form = useId();
  const [fault, setFault] = useState<FormFault | null>(null);
  const [sending, setSending] = useState(false);

  function close(): void {
    setFault(null);
    onClose();
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (sending || offline) return;
    setSending(true);
    const found = await send();
    setSending(false);
    if (found) setFault(found);
    else close();
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      small
      title={title}
      initialFocus={initialFocus}
      actions={
        <>
          <Button
            kind={danger ? 'danger' : 'main'}
            type="submit"
            form={form}
            sending={sending && t.sending}
            restsBecause={offline && t.needsAConnection}
          >
            {action}
          </Button>
          <Button kind="quiet" onClick={close}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <form id={form} className="grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
        {children((name, set) => ({
          fault: fault?.field === name ? fault.words : null,
          onValue: (value) => {
            set(value);
            setFault(null);
          },
        }))}
      </form>
    </Dialog>
  );
}
