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
  const [color, setColor] = useState<Project['color']>(COLORS[0]);

  async function make(name: string): Promise<string | null> {
    const id = newId(ctx);
    const refusal = await write([addProject(ctx, { id, name, color })], { inField: true });
    if (refusal === null) onMade(id);
    return refusal;
  }

  return (
    <NameDialog
      open={open}
      onClose={onClose}
      title={t.newProject}
      action={t.makeProject}
      needsName={t.projectNeedsName}
      onSave={make}
    >
      <ColorChoice value={color} onValue={setColor} />
    </NameDialog>
  );
}
