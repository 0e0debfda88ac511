/** The people of a workspace: an invitation link, roles, leaving and removing. */
import { can, type Role } from '@holdfast/shared/access/roles';
import type { Member } from '@holdfast/shared/entities/member';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import type { CallResult } from '../../platform/call';
import { clockTime } from '../../platform/clock';
import { Page } from '../../ui/app-frame';
import { Note } from '../../ui/banner';
import { Button, ButtonLink } from '../../ui/button';
import { AlertIcon } from '../../ui/icons';
import { Dialog } from '../../ui/overlays';
import { BackBar } from '../../ui/page-header';
import { SectionHeader } from '../../ui/section-header';
import { SyncRing } from '../../ui/sync-ring';
import { useToasts } from '../../ui/toast';
import { useWords } from '../../words/use-words';
import { useSession } from '../account/session-context';
import { troubleOf } from '../account/trouble-words';
import { useSync } from '../sync/sync-context';
import { SyncStatusButton } from '../sync/sync-status';
import { momentWords } from '../sync/when-words';
import { ReadTrouble } from '../tasks/read-trouble';
import { DeleteWorkspaceDialog } from '../workspaces/delete-workspace-dialog';
import { NewWorkspaceDialog } from '../workspaces/new-workspace-dialog';
import { changeRole, removeMember } from './commands';
import { Invitations } from './invitations';
import { PersonLine } from './person-line';
import { liveMembers } from './queries';
import { canRemove, ROLES, roleMeans, roleName, rolesToGive } from './role-words';
import { membersWords } from './words';

export function MembersPage() {
  const t = useWords(membersWords);
  const session = useSession();
  const sync = useSync();
  const { now } = useActionContext();
  const { show } = useToasts();
  const [, go] = useLocation();
  const [removing, setRemoving] = useState<Member | null>(null);
  const [deleting, setDeleting] = useState(false);
  const [making, setMaking] = useState(false);
  const { workspaceId } = session;
  const live = useLiveKept(liveMembers(workspaceId), [workspaceId]);
  const members = live.state === 'ready' ? byRole(live.value) : [];
  const workspace = session.workspaces.find(({ id }) => id === workspaceId);

  if (session.standing === 'none' || !workspace) return <WithoutAccount />;

  const me = session.account?.id ?? '';
  const mine = members.find((member) => member.accountId === me)?.role ?? workspace.role;
  const owners = members.filter((member) => member.role === 'owner').length;
  const rests = sync.offline || session.standing === 'out';
  const count = t.peopleCount(members.length);

  function settle(result: CallResult<unknown>, said: string): void {
    const trouble = troubleOf(result);
    if (trouble) show({ icon: <AlertIcon className="text-ochre" />, text: trouble.words });
    else {
      sync.syncNow();
      show({ text: said });
    }
  }

  async function give(member: Member, role: Role): Promise<void> {
    if (role === member.role) return;
    settle(
      await changeRole(session.send, workspaceId, member.accountId, role),
      t.isNow({ name: member.name, role: roleName(role) }),
    );
  }

  async function remove(member: Member): Promise<void> {
    setRemoving(null);
    const result = await removeMember(session.send, workspaceId, member.accountId);
    const left = member.accountId === me;
    settle(result, left ? t.youLeft({ name: workspace?.name ?? '' }) : t.wasRemoved({ name: member.name }));
    if (!left || result.kind !== 'ok') return;
    const personal = session.workspaces.find((one) => one.personal);
    if (personal) await session.openWorkspace(personal.id);
    await session.refresh();
    go('/today');
  }

  return (
    <Page header={<BackBar title={workspace.name} href="/more" phoneOnly actions={<SyncStatusButton />} />}>
      <header className="hidden pb-4 pt-8 md:block">
        <h1 className="top-title">{t.members}</h1>
        <p className="text-ink-3">{t.peopleIn({ people: count, name: workspace.name })}</p>
      </header>
      <h1 className="sr-only md:hidden">{t.membersOf({ name: workspace.name })}</h1>
      {workspace.personal ? (
        <>
          <Note lead={t.ownWorkspace}>{t.shareWhy}</Note>
          <div className="mt-3">
            <Button restsBecause={rests && t.needsAConnection} onClick={() => setMaking(true)}>
              {t.newWorkspace}
            </Button>
          </div>
          <NewWorkspaceDialog open={making} onClose={() => setMaking(false)} />
        </>
      ) : (
        <Invitations key={workspaceId} workspaceId={workspaceId} myRole={mine} />
      )}
      {rests && (
        <div className="mt-4" role="status">
          <Note mark={<SyncRing shape="offline" />} lead={t.onlineOnly}>
            {t.onlineWhy}
          </Note>
        </div>
      )}
      {live.state === 'error' && <ReadTrouble failure={live.failure} onRetry={sync.syncNow} />}
      <SectionHeader title={t.peopleHead} count={members.length} />
      <ul className="border-t border-line-strong">
        {members.map((member) => {
          const isMe = member.accountId === me;
          return (
            <PersonLine
              key={member.id}
              member={member}
              isMe={isMe}
              detail={isMe ? (session.account?.email ?? '') : ''}
              seen={seenWords(member, isMe, now())}
              roles={workspace.personal ? [] : rolesToGive(mine, member.role, isMe, owners)}
              removes={!workspace.personal && canRemove(mine, member.role, isMe, owners)}
              rests={rests}
              onRole={(role) => void give(member, role)}
              onRemove={() => setRemoving(member)}
            />
          );
        })}
      </ul>
      <dl className="grid gap-1.5 pt-5 text-meta text-ink-3">
        {ROLES.map((role) => (
          <div key={role} className="flex gap-3">
            <dt className="w-16 flex-none font-medium text-ink-2">{roleName(role)}</dt>
            <dd>{roleMeans(role)}</dd>
          </div>
        ))}
      </dl>
      {!workspace.personal && can(mine, 'deleteWorkspace') && (
        <>
          <div className="mt-6">
            <Button
              kind="danger"
              className="-ms-3"
              restsBecause={rests && t.needsAConnection}
              onClick={() => setDeleting(true)}
            >
              {t.deleteWorkspace}
            </Button>
          </div>
          <DeleteWorkspaceDialog workspace={workspace} open={deleting} onClose={() => setDeleting(false)} />
        </>
      )}
      <RemoveDialog
        member={removing}
        isMe={removing?.accountId === me}
        workspaceName={workspace.name}
        onRemove={(member) => void remove(member)}
        onClose={() => setRemoving(null)}
      />
    </Page>
  );
}

/** Who may do most comes first; within a role by name, as the query gives them. */
function byRole(members: readonly Member[]): readonly Member[] {
  const rank = (member: Member) => (ROLES as readonly string[]).indexOf(member.role);
  return members.toSorted((a, b) => rank(a) - rank(b));
}

function seenWords(member: Member, isMe: boolean, now: number): string {
  if (isMe) return membersWords.get().thisDevice;
  return member.lastSeenAt === null ? '' : momentWords(member.lastSeenAt, now, clockTime);
}

function WithoutAccount() {
  const t = useWords(membersWords);
  return (
    <Page header={<BackBar title={t.members} href="/more" phoneOnly actions={<SyncStatusButton />} />}>
      <h1 className="top-title sr-only pb-2 md:not-sr-only md:pt-8">{t.members}</h1>
      <p className="max-w-(--measure) text-pretty text-ink-2">{t.needsAccount}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <ButtonLink kind="main" href="/sign-up">
          {t.createAnAccount}
        </ButtonLink>
        <ButtonLink href="/sign-in">{t.signIn}</ButtonLink>
      </div>
    </Page>
  );
}

interface RemoveDialogProps {
  member: Member | null;
  isMe: boolean;
  workspaceName: string;
  onRemove: (member: Member) => void;
  onClose: () => void;
}

function RemoveDialog({ member, isMe, workspaceName, onRemove, onClose }: RemoveDialogProps) {
  const t = useWords(membersWords);
  return (
    <Dialog
      open={member !== null}
      onClose={onClose}
      small
      title={isMe ? t.leaveNamed({ workspaceName }) : t.removeNamed({ name: member?.name ?? '' })}
      actions={
        <>
          <Button kind="danger" onClick={() => member && onRemove(member)}>
            {isMe ? t.leave : t.remove}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {isMe ? t.stay : t.keep}
          </Button>
        </>
      }
    >
      {isMe ? t.leavingMeans : t.removingMeans}
    </Dialog>
  );
}
