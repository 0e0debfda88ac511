/** A name and a colour make a project. */
import { COLORS, type Project } from '@holdfast/shared/entities/project';
import { newId } from '@holdfast/shared/sync/ids';
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { NameDialog } from '../../ui/name-dialog';
import { useWords } from '../../words/use-words';
import { useWriter } from '../undo/undo-provider';
import { addProject } from './actions';
import { ColorChoice } from './color-choice';
import { projectsWords } from './words';

export interface NewProjectProps {
  open: boolean;
  onClose: () => void;
  onMade: (id: string) => void;
}

export function NewProject({ open, onClose, onMade }: NewProjectProps) {
  const t = useWords(projectsWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  const [name, setName] = useState('');
  const [color, setColor] = useState<Project['color']>(COLORS[0]);
  const [fault, setFault] = useState<string | null>(null);

  async function make() {
    if (name.trim() === '') {
      setFault(t.projectNeedsName);
      return;
    }
    const id = newId(ctx);
    const refusal = await write([addProject(ctx, { id, name, color })], { inField: true });
    setFault(refusal);
    if (refusal !== null) return;
    setName('');
    onClose();
    onMade(id);
  }

  return (
    <NameDialog
      open={open}
      onClose={onClose}
      title={t.newProject}
      action={t.makeProject}
      name={name}
      onName={(next) => {
        setName(next);
        setFault(null);
      }}
      fault={fault}
      onSave={make}
    >
      <ColorChoice value={color} onValue={setColor} />
    </NameDialog>
  );
}
