/** The end of an account: what goes, what stays, and the password once more. */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useWords } from '../../words/use-words';
import { useBackup } from '../sync/use-backup';
import { deleteAccount } from './commands';
import { type FormFault, OnlineFormDialog } from './online-form-dialog';
import { useSession } from './session-context';
import { wrongPassword } from './trouble-words';
import { accountWords } from './words';

export function DeleteAccountDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords(accountWords);
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
    if (password === '') return { field: 'password', words: t.writePassword };
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
      title={t.deleteYourAccount}
      action={t.deleteAccount}
      danger
      initialFocus={first}
      send={end}
    >
      {(field) => (
        <>
          <p>{t.whatGoes}</p>
          <div>
            <Button onClick={() => void backup.save().then(setSaved)}>
              {saved ? t.saveTheFileAgain : t.saveAFileFirst}
            </Button>
          </div>
          <TextField
            ref={first}
            label={t.yourPassword}
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
