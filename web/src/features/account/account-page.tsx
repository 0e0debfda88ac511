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
import { listed } from '../../words/list';
import { useWords } from '../../words/use-words';
import { useAppState } from '../install/app-state-context';
import { useSync } from '../sync/sync-context';
import { SyncStatusButton } from '../sync/sync-status';
import { ChangePasswordDialog } from './change-password-dialog';
import { DeleteAccountDialog } from './delete-account-dialog';
import { LeaveLines } from './leave-lines';
import { useSession } from './session-context';
import { accountWords } from './words';

export function AccountPage() {
  const t = useWords(accountWords);
  const { account, standing, deviceName, workspaces } = useSession();
  const { statement } = useSync();
  const { accountId } = useActionContext();
  const { version, build } = useAppState();
  const [asking, setAsking] = useState<'password' | 'delete' | null>(null);
  const close = () => setAsking(null);
  return (
    <Page header={<BackBar title={t.account} href="/more" phoneOnly actions={<SyncStatusButton />} />}>
      <h1 className="top-title sr-only md:not-sr-only md:pt-8">{t.account}</h1>
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
          <p className="max-w-(--measure) text-pretty text-ink-2">{t.withoutAccount}</p>
          <div className="mt-4 flex flex-wrap gap-2">
            <ButtonLink kind="main" href="/sign-up">
              {t.createAnAccount}
            </ButtonLink>
            <ButtonLink href="/sign-in">{t.signIn}</ButtonLink>
          </div>
        </div>
      )}
      {standing === 'out' && (
        <div className="pb-4">
          <p className="mb-3 text-pretty text-ink-2">{statement.text}</p>
          <ButtonLink kind="main" href="/sign-in">
            {t.signIn}
          </ButtonLink>
        </div>
      )}
      <SectionHeader title={t.thisDevice} />
      <Facts>
        <Fact name={t.name}>{deviceName}</Fact>
        {workspaces.length > 0 && (
          <Fact name={t.workspaces}>{listed(workspaces.map(({ name }) => name))}</Fact>
        )}
        <Fact name={t.version}>
          {version}
          {build && ` (${build})`}
        </Fact>
      </Facts>
      <SectionHeader title={account ? t.signingIn : t.leaving} />
      <ul className="rows">
        {account && (
          <LineButton
            title={t.changePassword}
            detail={t.othersAskForNew}
            opens
            onPress={() => setAsking('password')}
          />
        )}
        <LeaveLines />
        {account && (
          <LineButton
            title={t.deleteAccount}
            detail={t.tasksGo}
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
