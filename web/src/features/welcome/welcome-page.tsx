/** The three pages before an account: what this is with a first task, creating an account, signing in. */
import { useLocation } from 'wouter';
import { AuthPage } from '../account/auth-page';
import { FirstRun } from './first-run';

export function WelcomePage() {
  const [path] = useLocation();
  if (path === '/sign-up') return <AuthPage mode="sign-up" />;
  if (path === '/sign-in') return <AuthPage mode="sign-in" />;
  return <FirstRun />;
}
