/** A name makes a section. */
import { useRef, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Dialog } from '../../ui/overlays';
import { useWords } from '../../words/use-words';
import { useWriter } from '../undo/undo-provider';
import { addSection } from './actions';
import { sectionsWords } from './words';

export interface NewSectionProps {
  projectId: string;
  open: boolean;
  onClose: () => void;
}

export function NewSection({ projectId, open, onClose }: NewSectionProps) {
  const t = useWords(sectionsWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);

  async function add() {
    const refusal =
      name.trim() === ''
        ? t.needsName
        : await write([addSection(ctx, { projectId, name })], { inField: true });
    setFault(refusal);
    if (refusal !== null) return;
    setName('');
    onClose();
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.add}
      small
      initialFocus={field}
      actions={
        <>
          <Button kind="main" onClick={() => void add()}>
            {t.addIt}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
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
      </form>
    </Dialog>
  );
}
