/** Another name for a project or a label. It is written against the name that was seen when the dialog opened (CL1). */
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Dialog } from '../../ui/overlays';

export interface Nameable {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

export interface RenameDialogProps<T extends Nameable> {
  what: string;
  /** As it was when the person asked; null: closed. */
  seen: T | null;
  onClose: () => void;
  rename: (seen: T, name: string) => Promise<string | null>;
}

export function RenameDialog<T extends Nameable>({ what, seen, onClose, rename }: RenameDialogProps<T>) {
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    if (seen) setName(seen.name);
    setFault(null);
  }, [seen]);

  async function save() {
    if (!seen) return;
    const refusal = name.trim() === '' ? `A ${what} needs a name.` : await rename(seen, name);
    setFault(refusal);
    if (refusal === null) onClose();
  }

  return (
    <Dialog
      open={seen !== null}
      onClose={onClose}
      title={`Rename the ${what}`}
      small
      initialFocus={field}
      actions={
        <>
          <Button kind="main" onClick={() => void save()}>
            Rename
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField ref={field} label="Name" value={name} onValue={setName} fault={fault} autoComplete="off" />
      </form>
    </Dialog>
  );
}
