/** The workspace on screen, and the others a press away. Switching is local and at once; a new one needs the server. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { PlusIcon, UserIcon, UsersIcon } from '../../ui/icons';
import type { MenuEntry } from '../../ui/menu';
import { MenuButton } from '../../ui/menu-button';
import { WorkspaceButton } from '../../ui/sidebar';
import { useWords } from '../../words/use-words';
import { useSession } from '../account/session-context';
import { NewWorkspaceDialog } from './later-new-workspace';
import { workspacesWords } from './words';

export function WorkspaceSwitcher() {
  const t = useWords(workspacesWords);
  const session = useSession();
  const [, go] = useLocation();
  const [making, setMaking] = useState(false);
  const active = session.workspaces.find(({ id }) => id === session.workspaceId);

  function entries(): readonly MenuEntry[] {
    if (session.standing === 'none')
      return [
        { label: t.myTasks, icon: <UserIcon />, chosen: true, onSelect: () => undefined },
        { kind: 'line' },
        { label: t.createAnAccount, onSelect: () => go('/sign-up') },
        { label: t.signIn, onSelect: () => go('/sign-in') },
      ];
    const own = session.workspaces.filter((one) => one.personal);
    const teams = session.workspaces.filter((one) => !one.personal);
    const entry = (one: (typeof own)[number]): MenuEntry => ({
      label: one.name,
      icon: one.personal ? <UserIcon /> : <UsersIcon />,
      chosen: one.id === session.workspaceId,
      onSelect: () => {
        void session.openWorkspace(one.id);
        go('/today');
      },
    });
    return [
      ...own.map(entry),
      ...(teams.length > 0 ? [{ kind: 'group', label: t.teams } as const] : []),
      ...teams.map(entry),
      { kind: 'line' },
      { label: t.newWorkspace, icon: <PlusIcon />, onSelect: () => setMaking(true) },
    ];
  }

  return (
    <>
      <MenuButton
        label={t.workspaces}
        entries={entries}
        trigger={(props) => (
          <WorkspaceButton
            {...props}
            name={session.standing === 'none' ? t.myTasks : (active?.name ?? t.myTasks)}
          />
        )}
      />
      {making && <NewWorkspaceDialog open onClose={() => setMaking(false)} />}
    </>
  );
}
