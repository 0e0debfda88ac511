/** A workspace to share with others: a name, and it is there. */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { TextField } from '../../ui/field';
import { type FormFault, OnlineFormDialog } from '../account/online-form-dialog';
import { useSession } from '../account/session-context';
import { troubleOf } from '../account/trouble-words';

export function NewWorkspaceDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const session = useSession();
  const [, go] = useLocation();
  const first = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');

  async function make(): Promise<FormFault | null> {
    const fault = (words: string): FormFault => ({ field: 'name', words });
    if (name.trim() === '') return fault('Give it a name, such as your team’s.');
    if (name.trim().length > 200) return fault('A name has at most 200 characters.');
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
      title="New workspace"
      action="Create"
      initialFocus={first}
      send={make}
    >
      {(field) => (
        <TextField
          ref={first}
          label="Name"
          value={name}
          autoComplete="organization"
          {...field('name', setName)}
          help="Everyone in it sees all of its tasks."
        />
      )}
    </OnlineFormDialog>
  );
}
