/** Another name for a project or a label. It is written against the name that was seen when the dialog opened (CL1). */
import { useEffect, useState } from 'react';
import { NameDialog } from '../../ui/name-dialog';
import { useWords } from '../../words/use-words';
import { projectsWords } from './words';

export interface Nameable {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

export interface RenameDialogProps<T extends Nameable> {
  what: 'project' | 'label' | 'section' | 'filter';
  /** As it was when the person asked; null: closed. */
  seen: T | null;
  onClose: () => void;
  rename: (seen: T, name: string) => Promise<string | null>;
}

export function RenameDialog<T extends Nameable>({ what, seen, onClose, rename }: RenameDialogProps<T>) {
  const t = useWords(projectsWords);
  const said = {
    project: { title: t.renameProject, needsName: t.projectNeedsName },
    label: { title: t.renameLabel, needsName: t.labelNeedsName },
    section: { title: t.renameSection, needsName: t.sectionNeedsName },
    filter: { title: t.renameFilter, needsName: t.filterNeedsName },
  }[what];
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    if (seen) setName(seen.name);
    setFault(null);
  }, [seen]);

  async function save() {
    if (!seen) return;
    const refusal = name.trim() === '' ? said.needsName : await rename(seen, name);
    setFault(refusal);
    if (refusal === null) onClose();
  }

  return (
    <NameDialog
      open={seen !== null}
      onClose={onClose}
      title={said.title}
      action={t.rename}
      name={name}
      onName={(next) => {
        setName(next);
        setFault(null);
      }}
      fault={fault}
      onSave={save}
    />
  );
}
