/** The end of an account: what goes, what stays, and the password once more. */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useBackup } from '../sync/use-backup';
import { deleteAccount } from './commands';
import { type FormFault, OnlineFormDialog } from './online-form-dialog';
import { useSession } from './session-context';
import { wrongPassword } from './trouble-words';

export function DeleteAccountDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { send, signOut } = useSession();
  const backup = useBackup();
  const [, go] = useLocation();
  const first = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const [saved, setSaved] = useState(false);

  /** A password that was not sent is kept nowhere. */
  function close(): void {
    setPassword('');
    onClose();
  }

  async function end(): Promise<FormFault | null> {
    if (password === '') return { field: 'password', words: 'Write your password.' };
    const trouble = wrongPassword(await deleteAccount(send, password));
    if (trouble) return { field: 'password', words: trouble.words };
    await signOut('discard');
    go('/today', { replace: true });
    return null;
  }

  return (
    <OnlineFormDialog
      open={open}
      onClose={close}
      title="Delete your account?"
      action="Delete account"
      danger
      initialFocus={first}
      send={end}
    >
      {(field) => (
        <>
          <p>
            Your own workspace and those where you are alone go for good, here and on every device. What you
            did in shared workspaces stays there, with your name.
          </p>
          <div>
            <Button onClick={() => void backup.save().then(setSaved)}>
              {saved ? 'Save the file again' : 'Save a file first'}
            </Button>
          </div>
          <TextField
            ref={first}
            label="Your password"
            type="password"
            autoComplete="current-password"
            value={password}
            {...field('password', setPassword)}
          />
        </>
      )}
    </OnlineFormDialog>
  );
}
