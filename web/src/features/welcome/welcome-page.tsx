/** The three pages before an account: what this is with a first task, creating an account, signing in. */
import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { FirstRun } from './first-run';

const AuthPage = lazy(async () => ({ default: (await import('../account/auth-page')).AuthPage }));

export function WelcomePage() {
  const [path] = useLocation();
  if (path !== '/sign-up' && path !== '/sign-in') return <FirstRun />;
  return (
    <Suspense fallback={null}>
      <AuthPage mode={path === '/sign-up' ? 'sign-up' : 'sign-in'} />
    </Suspense>
  );
}
