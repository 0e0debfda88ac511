/** Create an account or sign in, on a page of its own. What is on this device stays either way. */
import { useLocation } from 'wouter';
import { useLive } from '../../db/use-live';
import { AppFrame, Page } from '../../ui/app-frame';
import { HoldfastIcon } from '../../ui/icons';
import { Link } from '../../ui/link';
import { BackBar } from '../../ui/page-header';
import { AuthForm } from './auth-form';
import type { AuthMode } from './auth-input';
import { liveTaskTotal } from './kept-here';
import { useSession } from './session-context';

export function AuthPage({ mode }: { mode: AuthMode }) {
  const session = useSession();
  const [, go] = useLocation();
  const live = useLive(liveTaskTotal(session.workspaceId), [session.workspaceId]);
  const tasks = live.state === 'ready' ? live.value : 0;
  const again = session.standing === 'out';
  return (
    <AppFrame>
      <Page bare width="full" header={<BackBar title="Back to Today" href="/today" />}>
        <div className="narrow">
          <HoldfastIcon className="brand-big" />
          <h1 className="mt-3 text-h1 font-semibold">{titleOf(mode, again)}</h1>
          <p className="mt-1.5 text-pretty text-ink-2">{leadOf(mode, again, tasks)}</p>
          <AuthForm
            key={mode}
            mode={mode}
            email={again ? session.account?.email : undefined}
            onEntered={() => go('/today', { replace: true })}
          >
            <p className="mt-6 text-small text-ink-2">
              {mode === 'sign-up' ? 'Have an account? ' : 'New here? '}
              <Link className="link" replace href={mode === 'sign-up' ? '/sign-in' : '/sign-up'}>
                {mode === 'sign-up' ? 'Sign in' : 'Create an account'}
              </Link>
            </p>
          </AuthForm>
        </div>
      </Page>
    </AppFrame>
  );
}

function titleOf(mode: AuthMode, again: boolean): string {
  if (mode === 'sign-up') return 'Create an account';
  return again ? 'Sign in again' : 'Sign in';
}

function leadOf(mode: AuthMode, again: boolean, tasks: number): string {
  if (again) return 'Everything is still here. What waits goes out once you are in.';
  if (tasks === 0)
    return mode === 'sign-up'
      ? 'For your other devices, and for others. What you write stays on this device too.'
      : 'What is in your account comes to this device.';
  const yours = tasks === 1 ? '1 task' : `${tasks.toLocaleString('en')} tasks`;
  if (mode === 'sign-up')
    return `Your ${yours} on this device ${tasks === 1 ? 'comes' : 'come'} with you. Nothing leaves it before you finish.`;
  return `The ${yours} on this device ${tasks === 1 ? 'is' : 'are'} added to your account, beside what is already there.`;
}
