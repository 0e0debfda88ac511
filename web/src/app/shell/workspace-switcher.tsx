/** The workspace on screen, and the others of this account. Switching is local and at once. */
import { useSession } from '../../features/account/session-context';
import { UserIcon, UsersIcon } from '../../ui/icons';
import { MenuButton } from '../../ui/menu-button';
import { WorkspaceButton } from '../../ui/sidebar';

export function WorkspaceSwitcher() {
  const { workspaces, workspaceId, openWorkspace } = useSession();
  const current = workspaces.find((each) => each.id === workspaceId);
  return (
    <MenuButton
      label="Workspaces"
      entries={() =>
        workspaces.map((each) => ({
          label: each.name,
          icon: each.personal ? <UserIcon /> : <UsersIcon />,
          chosen: each.id === workspaceId,
          onSelect: () => openWorkspace(each.id),
        }))
      }
      trigger={(trigger) => <WorkspaceButton {...trigger} name={current?.name ?? 'Holdfast'} />}
    />
  );
}
