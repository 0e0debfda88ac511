/** A new password: the one that holds, then the next. Every other device has to sign in with it. */
import { useRef, useState } from 'react';
import { TextField } from '../../ui/field';
import { useToasts } from '../../ui/toast';
import { useWords } from '../../words/use-words';
import { faultOfPassword } from './auth-input';
import { changePassword } from './commands';
import { type FormFault, OnlineFormDialog } from './online-form-dialog';
import { useSession } from './session-context';
import { wrongPassword } from './trouble-words';
import { accountWords } from './words';

export function ChangePasswordDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords(accountWords);
  const { send, account } = useSession();
  const { show } = useToasts();
  const first = useRef<HTMLInputElement>(null);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');

  /** A password that was not sent is kept nowhere. */
  function close(): void {
    setCurrent('');
    setNext('');
    onClose();
  }

  async function change(): Promise<FormFault | null> {
    if (current === '') return { field: 'current', words: t.writeOldPassword };
    const weak = faultOfPassword(next);
    if (weak) return { field: 'next', words: weak };
    const answer = await changePassword(send, { current, next });
    const trouble = wrongPassword(answer);
    if (trouble) return { field: trouble.field === 'password' ? 'next' : 'current', words: trouble.words };
    show({ text: t.passwordChanged, detail: t.othersAskOnce });
    return null;
  }

  return (
    <OnlineFormDialog
      open={open}
      onClose={close}
      title={t.changePassword}
      action={t.changePassword}
      initialFocus={first}
      send={change}
    >
      {(field) => (
        <>
          {/* For password managers: whose password it is. */}
          <input type="hidden" name="username" autoComplete="username" value={account?.email ?? ''} />
          <TextField
            ref={first}
            label={t.passwordNow}
            type="password"
            autoComplete="current-password"
            value={current}
            {...field('current', setCurrent)}
          />
          <TextField
            label={t.newPassword}
            type="password"
            autoComplete="new-password"
            value={next}
            {...field('next', setNext)}
            help={t.newPasswordHelp}
          />
        </>
      )}
    </OnlineFormDialog>
  );
}
