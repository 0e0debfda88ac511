/** Who is signed in here, this device, and the way out. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { Page } from '../../ui/app-frame';
import { Avatar } from '../../ui/avatar';
import { ButtonLink } from '../../ui/button';
import { Fact, Facts } from '../../ui/facts';
import { LineButton } from '../../ui/line';
import { BackBar } from '../../ui/page-header';
import { SectionHeader } from '../../ui/section-header';
import { useAppState } from '../install/app-state-context';
import { useSync } from '../sync/sync-context';
import { ChangePasswordDialog } from './change-password-dialog';
import { DeleteAccountDialog } from './delete-account-dialog';
import { LeaveLines } from './leave-lines';
import { useSession } from './session-context';

export function AccountPage() {
  const { account, standing, deviceName, workspaces } = useSession();
  const { statement } = useSync();
  const { accountId } = useActionContext();
  const { version, build } = useAppState();
  const [asking, setAsking] = useState<'password' | 'delete' | null>(null);
  const close = () => setAsking(null);
  return (
    <Page header={<BackBar title="Account" href="/more" phoneOnly />}>
      <h1 className="sr-only md:not-sr-only md:pt-8 md:text-h1 md:font-semibold">Account</h1>
      {account ? (
        <div className="flex items-center gap-4 py-4">
          <Avatar id={accountId} name={account.name} size="l" decorative />
          <div className="min-w-0 flex-1">
            <p className="font-semibold [overflow-wrap:anywhere]">{account.name}</p>
            <p className="meta [overflow-wrap:anywhere]">{account.email}</p>
          </div>
        </div>
      ) : (
        <div className="py-4">
          <p className="max-w-(--measure) text-pretty text-ink-2">
            You use Holdfast without an account: everything is on this device, and nowhere else.
          </p>
          <div className="mt-4 flex flex-wrap gap-2">
            <ButtonLink kind="main" href="/sign-up">
              Create an account
            </ButtonLink>
            <ButtonLink href="/sign-in">Sign in</ButtonLink>
          </div>
        </div>
      )}
      {standing === 'out' && (
        <div className="pb-4">
          <p className="mb-3 text-pretty text-ink-2">{statement.text}</p>
          <ButtonLink kind="main" href="/sign-in">
            Sign in
          </ButtonLink>
        </div>
      )}
      <SectionHeader title="This device" />
      <Facts>
        <Fact name="Name">{deviceName}</Fact>
        {workspaces.length > 0 && (
          <Fact name="Workspaces">{workspaces.map(({ name }) => name).join(', ')}</Fact>
        )}
        <Fact name="Version">
          {version}
          {build && ` (${build})`}
        </Fact>
      </Facts>
      <SectionHeader title={account ? 'Signing in' : 'Leaving'} />
      <ul className="rows">
        {account && (
          <LineButton
            title="Change password"
            detail="Your other devices ask for the new one."
            opens
            onPress={() => setAsking('password')}
          />
        )}
        <LeaveLines />
        {account && (
          <LineButton
            title="Delete account"
            detail="Your tasks go for good; shared workspaces keep what you did there."
            danger
            opens
            onPress={() => setAsking('delete')}
          />
        )}
      </ul>
      {account && (
        <>
          <ChangePasswordDialog open={asking === 'password'} onClose={close} />
          <DeleteAccountDialog open={asking === 'delete'} onClose={close} />
        </>
      )}
    </Page>
  );
}
