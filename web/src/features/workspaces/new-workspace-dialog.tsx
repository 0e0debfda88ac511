/** A workspace to share with others: a name, and it is there. */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { TextField } from '../../ui/field';
import { useWords } from '../../words/use-words';
import { type FormFault, OnlineFormDialog } from '../account/online-form-dialog';
import { useSession } from '../account/session-context';
import { troubleOf } from '../account/trouble-words';
import { workspacesWords } from './words';

export function NewWorkspaceDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords(workspacesWords);
  const session = useSession();
  const [, go] = useLocation();
  const first = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');

  async function make(): Promise<FormFault | null> {
    const fault = (words: string): FormFault => ({ field: 'name', words });
    if (name.trim() === '') return fault(t.giveName);
    if (name.trim().length > 200) return fault(t.nameTooLong);
    const trouble = troubleOf(await session.createWorkspace(name.trim()));
    if (trouble) return fault(trouble.words);
    setName('');
    go('/members');
    return null;
  }

  return (
    <OnlineFormDialog
      open={open}
      onClose={onClose}
      title={t.newWorkspace}
      action={t.create}
      initialFocus={first}
      send={make}
    >
      {(field) => (
        <TextField
          ref={first}
          label={t.name}
          value={name}
          autoComplete="organization"
          {...field('name', setName)}
          help={t.everyoneSees}
        />
      )}
    </OnlineFormDialog>
  );
}
