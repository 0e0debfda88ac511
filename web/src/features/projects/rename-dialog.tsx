/** Another name for a project or a label. It is written against the name that was seen when the dialog opened (CL1). */
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Dialog } from '../../ui/overlays';
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
  const field = useRef<HTMLInputElement>(null);
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
    <Dialog
      open={seen !== null}
      onClose={onClose}
      title={said.title}
      small
      initialFocus={field}
      actions={
        <>
          <Button kind="main" onClick={() => void save()}>
            {t.rename}
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
          void save();
        }}
      >
        <TextField
          ref={field}
          label={t.name}
          value={name}
          onValue={setName}
          fault={fault}
          autoComplete="off"
        />
      </form>
    </Dialog>
  );
}
