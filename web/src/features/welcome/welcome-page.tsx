/** The three pages before an account: what this is with a first task, creating an account, signing in. */

import { useLocation } from 'wouter';
import { laterPart } from '../../ui/later-part';
import { FirstRun } from './first-run';

const AuthPage = laterPart(async () => (await import('../account/auth-page')).AuthPage);

export function WelcomePage() {
  const [path] = useLocation();
  if (path !== '/sign-up' && path !== '/sign-in') return <FirstRun />;
  return <AuthPage mode={path === '/sign-up' ? 'sign-up' : 'sign-in'} />;
}
