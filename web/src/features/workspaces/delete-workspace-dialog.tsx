/** The end of a workspace, for its owner: everybody is out at once. Its name, typed, says that it is meant. */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { TextField } from '../../ui/field';
import { useToasts } from '../../ui/toast';
import { deleteWorkspace } from '../account/commands';
import { type FormFault, OnlineFormDialog } from '../account/online-form-dialog';
import { type SessionWorkspace, useSession } from '../account/session-context';
import { troubleOf } from '../account/trouble-words';

export interface DeleteWorkspaceDialogProps {
  workspace: SessionWorkspace;
  open: boolean;
  onClose: () => void;
}

export function DeleteWorkspaceDialog({ workspace, open, onClose }: DeleteWorkspaceDialogProps) {
  const session = useSession();
  const { show } = useToasts();
  const [, go] = useLocation();
  const first = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');

  async function end(): Promise<FormFault | null> {
    if (name.trim() !== workspace.name.trim())
      return { field: 'name', words: `Write “${workspace.name}”, as it stands above.` };
    const trouble = troubleOf(await deleteWorkspace(session.send, workspace.id, name));
    if (trouble) return { field: 'name', words: trouble.words };
    const personal = session.workspaces.find((one) => one.personal);
    if (personal) await session.openWorkspace(personal.id);
    await session.refresh();
    show({ text: `${workspace.name} is deleted` });
    go('/today');
    return null;
  }

  return (
    <OnlineFormDialog
      open={open}
      onClose={onClose}
      title={`Delete ${workspace.name}?`}
      action="Delete workspace"
      danger
      initialFocus={first}
      send={end}
    >
      {(field) => (
        <>
          <p>
            Its tasks and projects go from everyone’s devices. What somebody has not sent yet stays with them,
            as a file to save.
          </p>
          <TextField
            ref={first}
            label={`Write ${workspace.name} to delete it`}
            value={name}
            autoComplete="off"
            {...field('name', setName)}
          />
        </>
      )}
    </OnlineFormDialog>
  );
}
