/** More, "Account": who is signed in, or the way to an account. */
import { Avatar } from '../../ui/avatar';
import { UserIcon } from '../../ui/icons';
import { LineLink } from '../../ui/line';
import { useSession } from '../account/session-context';

export function AccountLines() {
  const { account, standing } = useSession();
  if (!account)
    return (
      <>
        <LineLink
          href="/sign-up"
          mark={<UserIcon />}
          title="Create an account"
          detail="To have it elsewhere, and with others"
        />
        <LineLink href="/sign-in" mark={<UserIcon />} title="Sign in" />
      </>
    );
  return (
    <LineLink
      href="/settings/account"
      mark={<Avatar id={account.id} name={account.name} decorative />}
      title={account.name}
      detail={standing === 'out' ? 'Signed out. Sign in again' : account.email}
    />
  );
}
