/** The icon of a command in the palette. */
import type { ReactNode } from 'react';
import {
  BangIcon,
  BoardIcon,
  CalendarIcon,
  CheckIcon,
  EditIcon,
  ForwardIcon,
  GearIcon,
  HashIcon,
  HelpIcon,
  InboxIcon,
  LinkIcon,
  MoonIcon,
  PlusIcon,
  RetryIcon,
  SunIcon,
  TrashIcon,
  UserIcon,
  UsersIcon,
} from '../../ui/icons';
import type { CommandId } from '../commands/command';

const ICONS: { readonly [id in CommandId]?: typeof PlusIcon } = {
  newTask: PlusIcon,
  help: HelpIcon,
  undo: RetryIcon,
  redo: RetryIcon,
  goToday: SunIcon,
  goInbox: InboxIcon,
  goUpcoming: CalendarIcon,
  goAssigned: UserIcon,
  goCompleted: CheckIcon,
  goTrash: TrashIcon,
  goBoard: BoardIcon,
  goMembers: UsersIcon,
  goSettings: GearIcon,
  complete: CheckIcon,
  editTitle: EditIcon,
  schedule: CalendarIcon,
  today: SunIcon,
  priority: BangIcon,
  assign: UserIcon,
  labels: HashIcon,
  move: ForwardIcon,
  copyLink: LinkIcon,
  remove: TrashIcon,
  themeLight: SunIcon,
  themeDark: MoonIcon,
};

export function commandIcon(id: CommandId): ReactNode {
  const Icon = ICONS[id] ?? ForwardIcon;
  // The arrow runs forwards; back is the same, mirrored.
  return <Icon size="m" className={id === 'undo' ? '-scale-x-100' : undefined} />;
}
