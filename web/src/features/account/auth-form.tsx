/**
 * Create an account or sign in with a password. What was typed stays, whatever the answer; while the network works
 * the button says so and stays in place.
 */
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { troubleIn } from '../../db/storage-failure';
import { holdUnsaved } from '../../platform/unsaved';
import { Note } from '../../ui/banner';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { AlertIcon } from '../../ui/icons';
import { SyncRing } from '../../ui/sync-ring';
import { useWords } from '../../words/use-words';
import { useSync } from '../sync/sync-context';
import { storageTroubleWords } from '../undo/not-saved-words';
import { type AuthMode, faultOfAuth } from './auth-input';
import { SafeToLeave } from './safe-to-leave';
import { type SessionAccount, useSession } from './session-context';
import { type AuthField, type Trouble, troubleOf } from './trouble-words';
import { accountWords } from './words';

export interface AuthFormProps {
  mode: AuthMode;
  /** Signing in again: the address is known. */
  email?: string | undefined;
  onEntered: () => void;
  /** Just before it is sent: once the account is open, this form may be gone. */
  onSending?: (() => void) | undefined;
  /** Below the button: the way to the other form. */
  children?: ReactNode;
}

export function AuthForm({ mode, email: known = '', onEntered, onSending, children }: AuthFormProps) {
  const t = useWords(accountWords);
  const session = useSession();
  const { offline } = useSync();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState('');
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [sending, setSending] = useState(false);
  const [asking, setAsking] = useState(false);
  const typed = name !== '' || email !== known || password !== '';
  useEffect(() => (typed ? holdUnsaved() : undefined), [typed]);

  function say(found: Trouble): void {
    setTrouble(found);
    if (found.field) form.current?.querySelector<HTMLInputElement>(`[name="${found.field}"]`)?.focus();
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (sending || offline) return;
    const fault = faultOfAuth(mode, { name, email, password });
    if (fault) return say(fault);
    // Somebody else than whose copy lies here: theirs comes first.
    if (isSomebodyElse(session.account, email)) return setAsking(true);
    await send();
  }

  async function send(): Promise<void> {
    setTrouble(null);
    setSending(true);
    onSending?.();
    const found = await enter().finally(() => setSending(false));
    if (found) say(found);
    else onEntered();
  }

  async function enter(): Promise<Trouble | null> {
    const input = { email: email.trim(), password };
    try {
      return troubleOf(
        await (mode === 'sign-up' ? session.signUp({ ...input, name: name.trim() }) : session.signIn(input)),
      );
    } catch (error) {
      // Who is signed in could not be kept on this device.
      const trouble = troubleIn(error);
      if (trouble === null) throw error;
      return { field: null, words: storageTroubleWords(trouble) };
    }
  }

  const faultAt = (field: AuthField) => (trouble?.field === field ? trouble.words : null);
  const clear = (set: (value: string) => void) => (value: string) => {
    set(value);
    setTrouble(null);
  };

  return (
    <>
      {asking && (
        <SafeToLeave
          way="switch"
          open
          onClose={() => setAsking(false)}
          onLeave={(leaving) => void session.signOut(leaving).then(send)}
        />
      )}
      {offline && (
        <div className="mt-5" role="status">
          <Note mark={<SyncRing shape="offline" />} lead={t.needsConnectionLead}>
            {t.restWorks}
          </Note>
        </div>
      )}
      <form ref={form} className="mt-6 grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
        {mode === 'sign-up' && (
          <TextField
            look="lg"
            label={t.name}
            name="name"
            autoComplete="name"
            value={name}
            onValue={clear(setName)}
            fault={faultAt('name')}
          />
        )}
        <TextField
          look="lg"
          label={t.email}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          onValue={clear(setEmail)}
          fault={faultAt('email')}
        />
        <TextField
          look="lg"
          label={t.password}
          name="password"
          type="password"
          autoComplete={mode === 'sign-up' ? 'new-password' : 'current-password'}
          value={password}
          onValue={clear(setPassword)}
          fault={faultAt('password')}
          help={mode === 'sign-up' ? t.passwordHelp : undefined}
        />
        <div aria-live="polite">
          {trouble?.field === null && (
            <p className="help help-bad">
              <AlertIcon size="s" />
              {trouble.words}
            </p>
          )}
        </div>
        <Button
          kind="main"
          size="lg"
          wide
          type="submit"
          sending={sending && t.sending}
          restsBecause={offline && t.needsAConnection}
        >
          {mode === 'sign-up' ? t.createAccount : t.signIn}
        </Button>
      </form>
      {children}
    </>
  );
}

const isSomebodyElse = (account: SessionAccount | null, email: string): boolean =>
  account !== null && account.email.toLowerCase() !== email.trim().toLowerCase();
