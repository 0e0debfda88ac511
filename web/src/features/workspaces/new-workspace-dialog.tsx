/** A workspace to share with others: a name, and it is there. */
import { type FormEvent, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Dialog } from '../../ui/overlays';
import { useSession } from '../account/session-context';
import { troubleOf } from '../account/trouble-words';
import { useSync } from '../sync/sync-context';

export function NewWorkspaceDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const session = useSession();
  const { offline } = useSync();
  const [, go] = useLocation();
  const form = useId();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (sending || offline) return;
    if (name.trim() === '') return setFault('Give it a name, such as your team’s.');
    if (name.trim().length > 200) return setFault('A name has at most 200 characters.');
    setSending(true);
    const trouble = troubleOf(await session.createWorkspace(name.trim()));
    setSending(false);
    if (trouble) return setFault(trouble.words);
    setName('');
    onClose();
    go('/members');
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      small
      title="New workspace"
      initialFocus={field}
      actions={
        <>
          <Button
            kind="main"
            type="submit"
            form={form}
            sending={sending && 'Sending…'}
            restsBecause={offline && 'Needs a connection'}
          >
            Create
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        <TextField
          ref={field}
          label="Name"
          value={name}
          autoComplete="organization"
          onValue={(value) => {
            setName(value);
            setFault(null);
          }}
          help="Everyone in it sees all of its tasks."
          fault={fault}
        />
      </form>
    </Dialog>
  );
}
