/** A name makes a section. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { NameDialog } from '../../ui/name-dialog';
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
    <NameDialog
      open={open}
      onClose={onClose}
      title={t.add}
      action={t.addIt}
      name={name}
      onName={(next) => {
        setName(next);
        setFault(null);
      }}
      fault={fault}
      onSave={add}
    />
  );
}
