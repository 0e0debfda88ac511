/** One person: face, name, when seen, role. The role is a menu where it may be changed. */
import type { Role } from '@holdfast/shared/access/roles';
import type { Member } from '@holdfast/shared/entities/member';
import { Avatar } from '../../ui/avatar';
import { ChevronDownIcon } from '../../ui/icons';
import type { MenuEntry } from '../../ui/menu';
import { MenuButton } from '../../ui/menu-button';
import { useWords } from '../../words/use-words';
import { ROLES, roleName } from './role-words';
import { membersWords } from './words';

export interface PersonLineProps {
  member: Member;
  isMe: boolean;
  /** Below the name: the mail of oneself, which is the only one that this device knows. */
  detail: string;
  seen: string;
  roles: readonly Role[];
  removes: boolean;
  /** No connection: the controls rest. */
  rests: boolean;
  onRole: (role: Role) => void;
  onRemove: () => void;
}

export function PersonLine(props: PersonLineProps) {
  const t = useWords(membersWords);
  const { member, isMe, detail, seen, roles, removes, rests, onRole, onRemove } = props;
  const name = roleName(member.role);
  return (
    <li className="person">
      <Avatar id={member.accountId} name={member.name} size="m" decorative />
      <div className="min-w-0 flex-1">
        <p className="person-name [overflow-wrap:anywhere]">
          {member.name} {isMe && <span className="meta">{t.you}</span>}
        </p>
        {detail && <p className="meta [overflow-wrap:anywhere]">{detail}</p>}
      </div>
      <span className="meta hidden w-28 md:block">{seen}</span>
      {roles.length === 0 && !removes ? (
        <span className="person-role text-ink-3">{name}</span>
      ) : (
        <MenuButton
          label={t.roleOf({ name: member.name })}
          align="end"
          entries={(): readonly MenuEntry[] => [
            ...ROLES.filter((role) => roles.includes(role)).map((role) => ({
              label: roleName(role),
              chosen: role === member.role,
              onSelect: () => onRole(role),
            })),
            ...(roles.length > 0 && removes ? [{ kind: 'line' } as const] : []),
            ...(removes
              ? [{ label: isMe ? t.leave : t.remove, danger: true, onSelect: onRemove } as const]
              : []),
          ]}
          trigger={(trigger) => (
            <button
              type="button"
              {...trigger}
              className="picker person-role"
              disabled={rests}
              aria-label={t.roleOfIs({ name: member.name, name2: name })}
            >
              {name}
              <ChevronDownIcon size="s" />
            </button>
          )}
        />
      )}
    </li>
  );
}
