/** The end of a workspace, for its owner: everybody is out at once. Its name, typed, says that it is meant. */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { TextField } from '../../ui/field';
import { useToasts } from '../../ui/toast';
import { useWords } from '../../words/use-words';
import { deleteWorkspace } from '../account/commands';
import { type FormFault, OnlineFormDialog } from '../account/online-form-dialog';
import { type SessionWorkspace, useSession } from '../account/session-context';
import { troubleOf } from '../account/trouble-words';
import { workspacesWords } from './words';

export interface DeleteWorkspaceDialogProps {
  workspace: SessionWorkspace;
  open: boolean;
  onClose: () => void;
}

export function DeleteWorkspaceDialog({ workspace, open, onClose }: DeleteWorkspaceDialogProps) {
  const t = useWords(workspacesWords);
  const session = useSession();
  const { show } = useToasts();
  const [, go] = useLocation();
  const first = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');

  async function end(): Promise<FormFault | null> {
    if (name.trim() !== workspace.name.trim())
      return { field: 'name', words: t.writeAsAbove({ name: workspace.name }) };
    const trouble = troubleOf(await deleteWorkspace(session.send, workspace.id, name));
    if (trouble) return { field: 'name', words: trouble.words };
    const personal = session.workspaces.find((one) => one.personal);
    if (personal) await session.openWorkspace(personal.id);
    await session.refresh();
    show({ text: t.isDeleted({ name: workspace.name }) });
    go('/today');
    return null;
  }

  return (
    <OnlineFormDialog
      open={open}
      onClose={onClose}
      title={t.deleteNamed({ name: workspace.name })}
      action={t.deleteWorkspace}
      danger
      initialFocus={first}
      send={end}
    >
      {(field) => (
        <>
          <p>{t.whatGoes}</p>
          <TextField
            ref={first}
            label={t.writeToDelete({ name: workspace.name })}
            value={name}
            autoComplete="off"
            {...field('name', setName)}
          />
        </>
      )}
    </OnlineFormDialog>
  );
}
