/** What has no tab of its own. */
import { useState } from 'react';
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
import { KeySheet } from '../commands/key-sheet';
import { appWords } from '../words';
import { pageWords } from './words';

export function MorePage() {
  const t = useWords(appWords);
  const p = useWords(pageWords);
  const views = useWords(viewsWords);
  const { members } = useDirectory();
  const [helping, setHelping] = useState(false);
  const { statement } = useSync();
  const { workspaces, workspaceId } = useSession();
  const workspace = workspaces.find((each) => each.id === workspaceId);
  const people = p.personCount(members.length);
  return (
    <Page banner={<AppBanner />} header={<PageHeader title={t.more} sync={<SyncStatusButton />} />}>
      <ul className="rows">
        <LineLink
          href="/sync"
          mark={<SyncRing shape={SHAPE[statement.kind]} fraction={statement.fraction ?? 0} size="m" />}
          title={t.syncCentre}
          detail={statement.text}
        />
        <LineLink
          href="/members"
          mark={<UsersIcon />}
          title={t.members}
          detail={
            members.length > 0 && workspace
              ? p.peopleIn({ people, name: workspace.name })
              : p.peopleRolesInvitations
          }
        />
        <LineLink
          href="/completed"
          mark={<CheckIcon />}
          title={views.completed}
          detail={views.completedDetail}
        />
        <LineLink href="/trash" mark={<TrashIcon />} title={views.trash} detail={views.trashDetail} />
      </ul>
      <WorkspaceLines />
      <SectionHeader title={p.thisDevice} />
      <ul className="rows">
        <DeviceLines onHelp={() => setHelping(true)} />
      </ul>
      <SectionHeader title={t.account} />
      <ul className="rows">
        <AccountLines />
      </ul>
      {helping && <KeySheet onClose={() => setHelping(false)} />}
    </Page>
  );
}
