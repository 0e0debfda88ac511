/** What has no tab of its own. */
import type { ReactNode } from 'react';
import { useDirectory } from '../../features/tasks/directory';
import { Page } from '../../ui/app-frame';
import { UsersIcon } from '../../ui/icons';
import { LineLink } from '../../ui/line';
import { PageHeader } from '../../ui/page-header';
import { SectionHeader } from '../../ui/section-header';
import { SyncRing } from '../../ui/sync-ring';

export interface MorePageProps {
  sync: ReactNode;
  banner: ReactNode;
  device: ReactNode;
  account: ReactNode;
}

export function MorePage({ sync, banner, device, account }: MorePageProps) {
  const { members } = useDirectory();
  return (
    <Page banner={banner} header={<PageHeader title="More" sync={sync} />}>
      <ul className="rows">
        <LineLink
          href="/sync"
          mark={<SyncRing shape="here" size="m" />}
          title="Sync centre"
          detail="Where your changes are"
        />
        <LineLink
          href="/members"
          mark={<UsersIcon />}
          title="Members"
          detail={members.length > 1 ? `${members.length} people` : 'People, roles, invitations'}
        />
      </ul>
      {device && (
        <>
          <SectionHeader title="This device" />
          <ul className="rows">{device}</ul>
        </>
      )}
      <SectionHeader title="Account" />
      <ul className="rows">{account}</ul>
    </Page>
  );
}
