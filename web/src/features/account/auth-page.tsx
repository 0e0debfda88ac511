/** Create an account or sign in, on a page of its own. What is on this device stays either way. */
import { useLocation } from 'wouter';
import { useLive } from '../../db/use-live';
import { AppFrame, Page } from '../../ui/app-frame';
import { HoldfastIcon } from '../../ui/icons';
import { Link } from '../../ui/link';
import { BackBar } from '../../ui/page-header';
import { useWords } from '../../words/use-words';
import { AuthForm } from './auth-form';
import type { AuthMode } from './auth-input';
import { liveTasksToBring } from './kept-here';
import { useSession } from './session-context';
import { accountWords } from './words';

export function AuthPage({ mode }: { mode: AuthMode }) {
  const t = useWords(accountWords);
  const session = useSession();
  const [, go] = useLocation();
  const live = useLive(liveTasksToBring(session.workspaceId), [session.workspaceId]);
  const tasks = live.state === 'ready' ? live.value : 0;
  const again = session.standing === 'out';
  return (
    <AppFrame>
      <Page bare width="full" header={<BackBar quiet title={t.backToToday} href="/today" />}>
        <div className="narrow">
          <HoldfastIcon className="brand-big" />
          <h1 className="narrow-title">{titleOf(mode, again)}</h1>
          <p className="mt-1.5 text-pretty text-ink-2">{leadOf(mode, again, tasks)}</p>
          <AuthForm
            key={mode}
            mode={mode}
            email={again ? session.account?.email : undefined}
            onEntered={() => go('/today', { replace: true })}
          >
            <p className="mt-6 text-small text-ink-2">
              {mode === 'sign-up' ? t.haveAnAccount : t.newHere}{' '}
              <Link className="link" replace href={mode === 'sign-up' ? '/sign-in' : '/sign-up'}>
                {mode === 'sign-up' ? t.signIn : t.createAnAccount}
              </Link>
            </p>
          </AuthForm>
        </div>
      </Page>
    </AppFrame>
  );
}

function titleOf(mode: AuthMode, again: boolean): string {
  if (mode === 'sign-up') return accountWords.get().createAnAccount;
  return again ? accountWords.get().signInAgain : accountWords.get().signIn;
}

function leadOf(mode: AuthMode, again: boolean, tasks: number): string {
  if (again) return accountWords.get().stillHere;
  if (tasks === 0)
    return mode === 'sign-up' ? accountWords.get().whyAnAccount : accountWords.get().accountComes;
  return mode === 'sign-up'
    ? accountWords.get().yoursComeWithYou(tasks)
    : accountWords.get().yoursAreAdded(tasks);
}
