/** What has no tab of its own. */
import { useSession } from '../../features/account/session-context';
import { AccountLines } from '../../features/settings/account-lines';
import { DeviceLines } from '../../features/settings/device-lines';
import { AppBanner } from '../../features/sync/app-banner';
import { SHAPE, useSync } from '../../features/sync/sync-context';
import { SyncStatusButton } from '../../features/sync/sync-status';
import { useDirectory } from '../../features/tasks/directory';
import { viewsWords } from '../../features/views/words';
import { WorkspaceLines } from '../../features/workspaces/workspace-lines';
import { Page } from '../../ui/app-frame';
import { CheckIcon, TrashIcon, UsersIcon } from '../../ui/icons';
import { LineLink } from '../../ui/line';
import { PageHeader } from '../../ui/page-header';
import { SectionHeader } from '../../ui/section-header';
import { SyncRing } from '../../ui/sync-ring';
import { useWords } from '../../words/use-words';

export function MorePage() {
  const t = useWords(viewsWords);
  const { members } = useDirectory();
  const { statement } = useSync();
  const { workspaces, workspaceId } = useSession();
  const workspace = workspaces.find((each) => each.id === workspaceId);
  const people = members.length === 1 ? '1 person' : `${members.length} people`;
  return (
    <Page banner={<AppBanner />} header={<PageHeader title="More" sync={<SyncStatusButton />} />}>
      <ul className="rows">
        <LineLink
          href="/sync"
          mark={<SyncRing shape={SHAPE[statement.kind]} fraction={statement.fraction ?? 0} size="m" />}
          title="Sync centre"
          detail={statement.text}
        />
        <LineLink
          href="/members"
          mark={<UsersIcon />}
          title="Members"
          detail={
            members.length > 0 && workspace ? `${people} in ${workspace.name}` : 'People, roles, invitations'
          }
        />
        <LineLink href="/completed" mark={<CheckIcon />} title={t.completed} detail={t.completedDetail} />
        <LineLink href="/trash" mark={<TrashIcon />} title={t.trash} detail={t.trashDetail} />
      </ul>
      <WorkspaceLines />
      <SectionHeader title="This device" />
      <ul className="rows">
        <DeviceLines />
      </ul>
      <SectionHeader title="Account" />
      <ul className="rows">
        <AccountLines />
      </ul>
    </Page>
  );
}
