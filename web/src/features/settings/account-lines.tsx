/** More, "Account": who is signed in, or the way to an account. */
import { Avatar } from '../../ui/avatar';
import { UserIcon } from '../../ui/icons';
import { LineLink } from '../../ui/line';
import { useWords } from '../../words/use-words';
import { useSession } from '../account/session-context';
import { settingsWords } from './words';

export function AccountLines() {
  const t = useWords(settingsWords);
  const { account, standing } = useSession();
  if (!account)
    return (
      <>
        <LineLink
          href="/sign-up"
          mark={<UserIcon />}
          title={t.createAnAccount}
          detail={t.toHaveItElsewhereAndWith}
        />
        <LineLink href="/sign-in" mark={<UserIcon />} title={t.signIn} />
      </>
    );
  return (
    <LineLink
      href="/settings/account"
      mark={<Avatar id={account.id} name={account.name} decorative />}
      title={account.name}
      detail={standing === 'out' ? t.signedOutSignInAgain : account.email}
    />
  );
}
