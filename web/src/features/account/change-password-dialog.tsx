/** A new password: the one that holds, then the next. Every other device has to sign in with it. */
import { useRef, useState } from 'react';
import { TextField } from '../../ui/field';
import { useToasts } from '../../ui/toast';
import { faultOfPassword } from './auth-input';
import { changePassword } from './commands';
import { type FormFault, OnlineFormDialog } from './online-form-dialog';
import { useSession } from './session-context';
import { wrongPassword } from './trouble-words';

export function ChangePasswordDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
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
    if (current === '') return { field: 'current', words: 'Write the password that you have now.' };
    const weak = faultOfPassword(next);
    if (weak) return { field: 'next', words: weak };
    const answer = await changePassword(send, { current, next });
    const trouble = wrongPassword(answer);
    if (trouble) return { field: trouble.field === 'password' ? 'next' : 'current', words: trouble.words };
    show({ text: 'Your password is changed', detail: 'Your other devices ask for it once.' });
    return null;
  }

  return (
    <OnlineFormDialog
      open={open}
      onClose={close}
      title="Change password"
      action="Change password"
      initialFocus={first}
      send={change}
    >
      {(field) => (
        <>
          {/* For password managers: whose password it is. */}
          <input type="hidden" name="username" autoComplete="username" value={account?.email ?? ''} />
          <TextField
            ref={first}
            label="Password now"
            type="password"
            autoComplete="current-password"
            value={current}
            {...field('current', setCurrent)}
          />
          <TextField
            label="New password"
            type="password"
            autoComplete="new-password"
            value={next}
            {...field('next', setNext)}
            help="12 characters or more; a few words work well. Your other devices are signed out; what they have not sent stays on them."
          />
        </>
      )}
    </OnlineFormDialog>
  );
}
